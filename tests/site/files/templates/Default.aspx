<%@ Page Language="C#" MasterPageFile="~/Site.master" %>
<%-- <button onclick="rtp('send', 'event', { value: 'Jobs: old' });">Old</button> --%>
<asp:Content ContentPlaceHolderID="Main" runat="server">
  <asp:Repeater ID="Jobs" runat="server">
    <ItemTemplate>
      <a href="/jobs/<%# Eval("Id") %>" title="<%# Eval("Title") %>" onclick="rtp('send', 'event', { value: 'Jobs: open' });">Open</a>
      <a href="/apply" onclick="rtp('send', 'event', { value: 'Jobs: <%# Eval("Title") %>' });">Apply</a>
    </ItemTemplate>
  </asp:Repeater>
  <%# Button("rtp('send', 'event', { value: 'Jobs: bound' })") %>
  <asp:Button runat="server" Text="All jobs" OnClientClick="rtp('send', 'event', { value: 'Jobs: all' });" />
  <button type="button" onclick="rtp('send', 'event', { value: 'Jobs: alert' });">Set an alert</button>
</asp:Content>
