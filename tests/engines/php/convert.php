<?php
// Converts documents with PHP itself, Smarty or WordPress.
// Usage: php convert.php FILE, where FILE is {"engine": NAME, "documents": [...]}. Prints the list of the
// engine's outputs, with {"error": ...} for a document that fails.
declare(strict_types=1);

function in_php(string $document): string
{
    ob_start();
    eval('?>' . $document);
    return ob_get_clean();
}

function in_smarty(): callable
{
    require_once 'smarty4/Autoloader.php';
    Smarty_Autoloader::register();
    $smarty = new Smarty();
    $smarty->setCompileDir(sys_get_temp_dir() . '/' . uniqid('smarty-', true));
    return fn (string $document): string => $smarty->fetch('eval:' . $document);
}

$given = json_decode(file_get_contents($argv[1]), true, 512, JSON_THROW_ON_ERROR);
$convert = match ($given['engine']) {
    'php' => in_php(...),
    'smarty' => in_smarty(),
    default => require 'wordpress.php',
};
$outputs = [];
foreach ($given['documents'] as $document) {
    try {
        $outputs[] = $convert($document);
    } catch (Throwable $error) {
        $outputs[] = ['error' => $error->getMessage()];
    }
}
echo json_encode($outputs, JSON_THROW_ON_ERROR);
