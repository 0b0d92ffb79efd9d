// JSON in ASCII, with every code unit escaped separately, so that nothing can normalise or replace a lone surrogate.
export const inAscii = (value) =>
  JSON.stringify(value).replace(/[\u007f-\uffff]/g, (unit) => "\\u" + unit.charCodeAt(0).toString(16).padStart(4, "0"));
