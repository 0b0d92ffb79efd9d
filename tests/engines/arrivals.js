// Writes one page after another into a frame, clicks the page's button, and returns what each sent, and its errors.
(pages) => {
  const frame = document.createElement("iframe");
  document.body.append(frame);
  // Synchronously: whatever a page starts, such as a navigation, can't affect the next one.
  const sent = pages.map((html) => {
    const page = frame.contentDocument;
    page.open();
    page.write(html);
    page.close();
    for (const button of page.querySelectorAll("button[data-x]")) button.click();
    const { calls, errors } = frame.contentWindow;
    return [calls, errors];
  });
  frame.remove();
  return JSON.stringify(sent);
};
