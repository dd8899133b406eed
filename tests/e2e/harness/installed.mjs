// Installs the built extension; a browser that refuses it is not left running.

export async function installed(browser, folder) {
  try {
    return await browser.installExtension(folder);
  } catch (error) {
    await browser.close();
    throw new Error(`The browser refuses ${folder}. Is it built? (npm run build)`, { cause: error });
  }
}
