using KawasakiServerless.Domain;

namespace KawasakiServerless.Application.Reviews;

/// <summary>A submitted form and its sender (送信した人).</summary>
/// <param name="Form">An id generated when the form was rendered, so that submitting the form twice is idempotent.</param>
/// <param name="Who">The person's name from the staff directory.</param>
public sealed record SentForm(Guid Form, string Who, ReviewSide Side)
{
    internal ReviewAct At(DateTimeOffset when) => new(Form, CommentText.NameOf(Who), Side, when);
}
