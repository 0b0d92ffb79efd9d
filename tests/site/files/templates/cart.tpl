{extends file='page.tpl'}
{* <button type="button" onclick="rtp('send', 'event', { value: 'Cart: old' });">Old</button> *}
{block name='content'}
  <h1>{$cart.title|escape:'html'}</h1>
  <ul {if $cart.count > 3}class="long"{/if}>
    {foreach from=$cart.items item=item}<li>{$item.name}</li>{/foreach}
  </ul>
  <button {if $cart.count > 3}data-many="1"{/if} type="button" onclick="rtp('send', 'event', { value: 'Cart: order' });">Order</button>
  <a href="{$urls.pages.index}" onclick="rtp('send', 'event', { value: 'Cart: shop on' });">Shop on</a>
  <a href="/voucher" onclick="rtp('send', 'event', { value: 'Cart: {$voucher}' });">Voucher</a>
  <script>{literal}
    document.querySelector('.total').addEventListener('click', function () {rtp('send', 'event', {value: 'Cart: total'});});
  {/literal}</script>
{/block}
