using KawasakiServerless.Domain;

namespace KawasakiServerless.Application.Reviews;

/// <summary>Who sent which form (送信した人).</summary>
/// <param name="Form">Made when the form was shown; sending it twice does one thing.</param>
/// <param name="Who">The person's name as the directory gives it.</param>
public sealed record SentForm(Guid Form, string Who, ReviewSide Side)
{
    internal ReviewAct At(DateTimeOffset when) => new(Form, CommentText.NameOf(Who), Side, when);
}
