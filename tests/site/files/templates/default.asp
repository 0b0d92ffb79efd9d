<%@ Language="VBScript" %>
<% Option Explicit
Dim orders
orders = Session("orders") %>
<html>
<head><title>Orders</title></head>
<body <% If orders > 3 Then %>class="many"<% End If %>>
  <h1>Your orders: <%= orders %></h1>
  <button type="button" <% If orders > 0 Then Response.Write "data-some=""1""" %> onclick="rtp('send', 'event', { value: 'Orders: repeat' });">Repeat</button>
  <a href="/help.asp" onclick="rtp('send', 'event', { value: 'Orders: help' });">Help</a>
  <%
  Response.Write "<a href='/pay.asp' onclick=""rtp('send', 'event', { value: 'Orders: pay' })"">Pay</a>"
  %>
</body>
</html>
