// Words as HTML text.

/** Return text that can stand inside HTML. */
export const escaped = text => String(text).replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`);

/** Return a text with its {gaps} filled. */
export const filled = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

/** Return a text as HTML; its `code` stays left-to-right inside an Arabic sentence. */
export const rich = text => escaped(text).replace(/`([^`]+)`/g, '<bdi dir="ltr"><code>$1</code></bdi>');

/** Return a text without the signs that mark code in it. */
export const plain = text => String(text).replaceAll('`', '');
