<?php
// Starts all of WordPress, as for a page of a site; returns the function that saves a post and returns what a page
// shows of it.
// The folder is in the variable WORDPRESS, and that of must-use plugins in MU_PLUGINS; the database is db.php.
declare(strict_types=1);

define('ABSPATH', getenv('WORDPRESS') . '/');
define('DISABLE_WP_CRON', true);
if (getenv('MU_PLUGINS')) {
    define('WPMU_PLUGIN_DIR', getenv('MU_PLUGINS'));
}
$table_prefix = 'wp_';
$_SERVER += ['HTTP_HOST' => 'example.com', 'HTTP_USER_AGENT' => 'Chrome', 'REQUEST_URI' => '/'];
require ABSPATH . 'wp-settings.php';

if (str_starts_with($given['engine'], 'wordpress-kses')) {
    kses_init_filters();
} else {
    kses_remove_filters();
}
$shown = fn (string $post): string =>
    apply_filters('the_content', wp_unslash(apply_filters('content_save_pre', wp_slash($post))));
// What a page needs to open the Classic editor, in addition to WordPress's scripts.
$editor = function (): string {
    require_once ABSPATH . WPINC . '/class-wp-editor.php';
    ob_start();
    _WP_Editors::print_default_editor_scripts();
    return ob_get_clean();
};
// The output of `wp_head` in a theme with this code in its functions.php.
$head = function (string $functions): string {
    eval($functions);
    ob_start();
    wp_head();
    return ob_get_clean();
};
return match ($given['engine']) {
    'wordpress-head' => $head,
    'wordpress-editor' => $editor,
    'wordpress-block', 'wordpress-kses-block' =>
        fn (string $post): string => $shown("<!-- wp:html -->\n$post\n<!-- /wp:html -->"),
    // Without `wp_slash`, backslashes are lost.
    'wordpress-unslashed' => fn (string $post): string => $shown(wp_unslash($post)),
    default => $shown,
};
