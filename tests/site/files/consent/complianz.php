<?php get_header(); ?>
<main id="primary">
  <h1>Webinar</h1>
  <script type="text/plain" class="cmplz-script" data-service="marketo" data-category="marketing">
    rtp('send', 'event', {value: 'Webinar page'});
  </script>
  <script type="text/plain" class="cmplz-stats">
    rtp('send', 'event', {value: 'Webinar statistics'});
  </script>
</main>
<?php get_footer(); ?>
