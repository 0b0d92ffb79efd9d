<?php
/**
 * Template part: a teaser of a product.
 *
 * Old: rtp('send', 'event', { value: 'Teaser: old' });
 */
$attributes = $product->is_new() ? 'data-new="1"' : '';
$url = "https://example.com/products/?id=" . $product->id; // rtp('send', 'event', { value: 'never' })
# rtp('send', 'event', { value: 'nor this' })
?>
<article class="teaser">
  <h2><?php echo esc_html( $product->title ); ?></h2>
  <button <?php echo $attributes; ?> type="button" onclick="rtp('send', 'event', { value: 'Teaser: details' });">Details</button>
  <a href="<?php echo $url ?>" class="<?php echo $a > 3 ? "wide" : "narrow"; ?>" onclick="rtp('send', 'event', { value: 'Teaser: buy' });">Buy now</a>
  <a href="/more" onclick="rtp('send', 'event', { value: 'Teaser: <?= $product->slug ?>' });">More</a>
  <?php if ( is_user_logged_in() ) : ?>
    <a href="/wishlist" onclick="rtp('send', 'event', { value: 'Teaser: wishlist' });">Keep</a>
  <?php endif; ?>
  <?php
  echo "<a href='/share' onclick=\"rtp('send', 'event', { value: 'Teaser: share' });\">Share</a>";
  echo '<?xml version="1.0"?>';
  echo <<<HTML
    <p>It's new: <a onclick="rtp('send', 'event', { value: 'Teaser: heredoc' });">Look</a></p>
  HTML;
  ?>
</article>
<script>
  <?php if ( $is_sale ) { ?>
  rtp('send', 'event', { value: 'Teaser: sale seen' });
  <?php } ?>
  var slug = <?php echo json_encode( $product->slug ); ?>;
  rtp('send', 'event', { value: slug });
</script>
<?php
// The file ends in code, as WordPress wants it.
do_action( 'teaser_end', "rtp('send', 'event', { value: 'Teaser: end' })" );
