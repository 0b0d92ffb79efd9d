<%@ page contentType="text/html;charset=UTF-8" language="java" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%-- <a href="/old" onclick="rtp('send', 'event', { value: 'Product: old' });">Old</a> --%>
<!DOCTYPE html>
<html>
<body class="${product.stock > 3 ? "available" : "rare"}">
  <h1><c:out value="${product.name}"/></h1>
  <c:if test="${product.price > 100}">
    <a href="<c:url value="/instalments"/>" onclick="rtp('send', 'event', { value: 'Product: instalments' });">Instalments</a>
  </c:if>
  <a href="/cart" onclick="rtp('send', 'event', { value: 'Product: cart' });">Cart</a>
  <button type="button" <c:if test="${product.sold}">disabled</c:if> onclick="rtp('send', 'event', { value: 'Product: buy' });">Buy</button>
  <button type="button" onclick="rtp('send', 'event', { value: 'Product: ${product.id}' });">Compare</button>
  <%
    String note = "<a onclick=\"rtp('send', 'event', { value: 'Product: note' })\">Note</a>";
    out.print(note);
  %>
</body>
</html>
