#pragma once
// The secret of a source behind an address (a token of NetBox, the password of a database): the first line of a file beside the recipe, so
// that no recipe, report or run holds it.
#include <optional>
#include <string>

#include "importers/recipe/recipe_file.h"

namespace parktwin::importers {

/// Empty where the rule names no file. None with a problem when the file holds no line of up to 200 visible characters.
[[nodiscard]] std::optional<std::string> read_token(const SourceRule& rule, const Recipe& recipe, Problems& problems);

}  // namespace parktwin::importers
