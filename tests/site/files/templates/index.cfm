<!--- <button type="button" onclick="rtp('send', 'event', { value: 'Desk: old' });">Old</button> --->
<cfset title = "Service desk">
<cfoutput>
  <h1>#title#</h1>
  <button type="button" <cfif count gt 3>class="many"</cfif> onclick="rtp('send', 'event', { value: 'Desk: ask' });">Ask</button>
  <a href="/ticket.cfm?id=#id#" onclick="rtp('send', 'event', { value: 'Desk: #id#' });">Ticket</a>
  <a href="/faq.cfm" onclick="rtp('send', 'event', { value: 'Desk: question #1' });">Questions</a>
</cfoutput>
<cfscript>
  writeOutput("<a onclick=""rtp('send', 'event', { value: 'Desk: script' })"">Call us</a>");
</cfscript>
