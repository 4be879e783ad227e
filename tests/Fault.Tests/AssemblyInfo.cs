// Each test here starts processes of its own and keeps two at work.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
