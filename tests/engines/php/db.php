<?php
// A database for WordPress, which loads it from `wp-content`: it has the options of a site and nothing else.
declare(strict_types=1);

class Options_Database extends wpdb
{
    private const OPTIONS = ['siteurl' => 'https://example.com', 'home' => 'https://example.com', 'use_smilies' => '1'];

    public function __construct()
    {
        // That of WordPress connects to a server.
    }

    public function query($query)
    {
        $options = str_contains($query, 'WHERE autoload') ? self::OPTIONS : [];
        $row = fn (string $name, string $value): object => (object) ['option_name' => $name, 'option_value' => $value];
        $this->last_result = array_map($row, array_keys($options), $options);
        return count($this->last_result);
    }
}

$wpdb = new Options_Database();
