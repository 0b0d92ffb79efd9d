<?php
// Starts WordPress, all of it, as for a page of a site; returns the function that makes what a page shows of a post.
// The folder is in the variable WORDPRESS; the database is that of db.php.
declare(strict_types=1);

define('ABSPATH', getenv('WORDPRESS') . '/');
define('DISABLE_WP_CRON', true);
$table_prefix = 'wp_';
$_SERVER += ['HTTP_HOST' => 'example.com', 'REQUEST_URI' => '/'];
require ABSPATH . 'wp-settings.php';

$shown = fn (string $post): string => apply_filters('the_content', $post);
return match ($given['engine']) {
    'wordpress-block' => fn (string $post): string => $shown("<!-- wp:html -->\n$post\n<!-- /wp:html -->"),
    'wordpress-post' => $shown,
    'wordpress-kses' => fn (string $post): string => $shown(wp_kses_post($post)),
};
