// Pictures composed of pictures: a browser draws them from a little HTML.

/** A picture as an address that stands in HTML. */
export const dataUrl = (png) => `data:image/png;base64,${Buffer.from(png).toString("base64")}`;

/** A picture of a page of our own making, `html` in it. */
export async function drawn(lab, html, size) {
  const page = await lab.newPage();
  await page.setViewport(size);
  await page.setContent(html);
  const png = await page.screenshot();
  await page.close();
  return png;
}
