// Tests do not run in parallel, because each test starts its own apps and already keeps two processors busy.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
