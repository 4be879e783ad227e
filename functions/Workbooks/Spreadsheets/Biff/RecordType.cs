namespace KawasakiServerless.Workbooks.Spreadsheets.Biff;

/// <summary>The types of records of an .xls that are read, by their number in [MS-XLS] 2.3. Records of other types are skipped.</summary>
internal enum RecordType
{
    Formula = 0x0006,
    EndOfSubstream = 0x000A,
    DateMode = 0x0022,
    FilePass = 0x002F,
    Font = 0x0031,
    Continue = 0x003C,
    CodePage = 0x0042,
    Object = 0x005D,
    ColumnInfo = 0x007D,
    BoundSheet = 0x0085,
    MultipleRk = 0x00BD,
    MultipleBlank = 0x00BE,
    RichString = 0x00D6,
    ExtendedFormat = 0x00E0,
    MergedCells = 0x00E5,
    Drawing = 0x00EC,
    SharedStrings = 0x00FC,
    LabelOfSharedString = 0x00FD,
    TextOfObject = 0x01B6,
    Blank = 0x0201,
    Number = 0x0203,
    Label = 0x0204,
    BooleanOrError = 0x0205,
    FormulaString = 0x0207,
    Row = 0x0208,
    DefaultRowHeight = 0x0225,
    Window = 0x023E,
    Rk = 0x027E,
    Format = 0x041E,
    Beginning = 0x0809,

    // Formula records of BIFF3 and BIFF4. Other programs also accept them in BIFF5 files, so they are read as well.
    FormulaOf3 = 0x0206,
    FormulaOf4 = 0x0406,
}
