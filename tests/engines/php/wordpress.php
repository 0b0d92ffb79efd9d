<?php
// Starts WordPress, all of it, as for a page of a site; returns the function that saves a post, and makes what a page
// shows of it.
// The folder is in the variable WORDPRESS; the database is that of db.php.
declare(strict_types=1);

define('ABSPATH', getenv('WORDPRESS') . '/');
define('DISABLE_WP_CRON', true);
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
// What a page needs besides WordPress's scripts to open the Classic editor.
$editor = function (): string {
    require_once ABSPATH . WPINC . '/class-wp-editor.php';
    ob_start();
    _WP_Editors::print_default_editor_scripts();
    return ob_get_clean();
};
return match ($given['engine']) {
    'wordpress-editor' => $editor,
    'wordpress-block', 'wordpress-kses-block' =>
        fn (string $post): string => $shown("<!-- wp:html -->\n$post\n<!-- /wp:html -->"),
    // Whoever forgets `wp_slash` loses the backslashes.
    'wordpress-unslashed' => fn (string $post): string => $shown(wp_unslash($post)),
    default => $shown,
};
