// Opens each workbook of one folder with exceljs and saves it into another under the same name.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import ExcelJS from "exceljs";

const [source, target] = process.argv.slice(2);
for (const file of await readdir(source)) {
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.readFile(join(source, file));
    await workbook.xlsx.writeFile(join(target, file));
  } catch (error) {
    console.error(`${file}: ${error.message}`);
  }
}
