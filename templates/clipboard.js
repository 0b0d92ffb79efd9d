  /* For a browser that gives no clipboard to a page: the text goes there as it is, through no field that changes it. */
  function copyByCommand(text) {
    let isDone = false;
    function put(event) {
      event.clipboardData.setData('text/plain', text);
      event.preventDefault();
      isDone = true;
    }
    document.addEventListener('copy', put);
    document.execCommand('copy');
    document.removeEventListener('copy', put);
    return isDone;
  }

  async function put(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyByCommand(text);
    }
  }
