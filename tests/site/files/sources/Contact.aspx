<%@ Page Language="C#" MasterPageFile="~/Site.master" CodeBehind="Contact.aspx.cs" Inherits="Example.Contact" %>
<%-- <a onclick="rtp('send', 'event', { value: 'Contact: old' })">Old</a> --%>
<asp:Content ContentPlaceHolderID="Main" runat="server">
  <h1><%: Title %></h1>
  <asp:Button ID="Send" runat="server" Text="Send" OnClientClick="rtp('send', 'event', { value: 'Contact: sent' })" />
  <button type="button" class="<%= Model.Count > 3 ? "many" : "few" %>"
          onclick="rtp('send', 'event', { value: 'Contact: call me' })">Call me</button>
  <script>
    rtp('send', 'event', { value: '<%= Title %>' });
  </script>
</asp:Content>
