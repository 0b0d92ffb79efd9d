{{ calls | join("\n") }}
