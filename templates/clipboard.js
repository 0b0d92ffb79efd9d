  /* For browsers without the Clipboard API: copies the text itself, without a form field that could change it. */
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
