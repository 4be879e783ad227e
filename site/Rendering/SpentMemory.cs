namespace KawasakiServerless.Site;

/// <summary>Memory that a step took and needs no more. The runtime would keep it for the next step, which may need as much again; of a large city that is more than a function may have.</summary>
public static class SpentMemory
{
    // What a step leaves behind is many times the size of what it made. A collection costs some tenths of a second then.
    private const int Large = 4_000_000;

    /// <param name="made">Bytes that the step made.</param>
    public static void GiveBack(long made)
    {
        if (made > Large)
            GiveBack();
    }

    public static void GiveBack() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
}
