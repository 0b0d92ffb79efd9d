// JSON in ASCII, every code unit for itself: nothing on its way can normalise or replace half a pair.
export const inAscii = (value) =>
  JSON.stringify(value).replace(/[\u007f-\uffff]/g, (unit) => "\\u" + unit.charCodeAt(0).toString(16).padStart(4, "0"));
