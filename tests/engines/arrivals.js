// Writes one page after another into a frame, clicks the page's button, and tells what each sent, and its errors.
(pages) => {
  const frame = document.createElement("iframe");
  document.body.append(frame);
  // All at once: what a page starts, such as a navigation, has no time to reach the next one.
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
