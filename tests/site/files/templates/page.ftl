<#-- <button type="button" onclick="rtp('send', 'event', { value: 'Docs: old' });">Old</button> -->
<#import "/lib/layout.ftl" as layout>
<#assign link = "rtp('send', 'event', { value: 'Docs: assigned' })">
<@layout.page title="Documents">
  <#if (documents?size > 3)>
    <p>${documents?size} documents</p>
  </#if>
  <#list documents as document>
    <a href="${document.url?html}" class="${document.isNew?then("new", "old")}" onclick="rtp('send', 'event', { value: 'Docs: open' });">Open</a>
  </#list>
  <button <#if user?? && user.age gt 17>data-adult="1"</#if> type="button" onclick="rtp('send', 'event', { value: 'Docs: upload' });">Upload</button>
  <a href="/trash" onclick="rtp('send', 'event', { value: 'Docs: ${folder}' });">Trash</a>
  <a href="/help" onclick="rtp('send', 'event', { value: 'Docs: #{number}' });">Help</a>
</@layout.page>
