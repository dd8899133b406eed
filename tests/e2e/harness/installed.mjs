// Installs the built extension; a browser that refuses it is not left running.

/** The id that `install` answers with: the driver's own way to install, unless another is given. */
export async function installed(browser, folder, install = () => browser.installExtension(folder)) {
  try {
    return await install();
  } catch (error) {
    await browser.close();
    throw new Error(`The browser refuses ${folder}. Is it built? (npm run build)`, { cause: error });
  }
}
