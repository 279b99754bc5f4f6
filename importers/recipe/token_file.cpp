#include "importers/recipe/token_file.h"

#include <algorithm>

#include "engine/core/whole_file.h"

namespace parktwin::importers {
namespace {

constexpr std::size_t longest_token = 200;

}  // namespace

std::optional<std::string> read_token(const SourceRule& rule, const Recipe& recipe, Problems& problems) {
  if (rule.token_file.empty()) return "";
  const auto file = recipe.file.parent_path() / rule.token_file;
  const auto text = read_whole(file);
  auto token = text ? text->substr(0, text->find_first_of("\r\n")) : "";
  const bool sound = !token.empty() && token.size() <= longest_token &&
                     std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c < '\x7f'; });
  if (sound) return token;
  problems.add(file.string(), "", "holds no token, expected one line of visible characters");
  return std::nullopt;
}

}  // namespace parktwin::importers
