#include "importers/enterprise_registry/credit_code.h"

#include <fmt/format.h>

#include "importers/enterprise_registry/plain_text.h"

namespace parktwin::importers {
namespace {

constexpr std::string_view characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr std::size_t code_length = 18;

}  // namespace

std::string tidy_credit_code(std::string_view text) {
  std::string code;
  for (const char c : half_width(text)) {
    if (c == ' ' || c == '-' || c == '\t' || c == '\'') continue;
    code += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return code;
}

std::optional<char> check_character(std::string_view first_17) {
  if (first_17.size() != code_length - 1) return std::nullopt;
  std::size_t sum = 0;
  std::size_t weight = 1;
  for (const char c : first_17) {
    const auto value = characters.find(c);
    if (value == std::string_view::npos) return std::nullopt;
    sum += value * weight;
    weight = weight * 3 % 31;
  }
  return characters[(31 - sum % 31) % 31];
}

std::optional<std::string> fault_of_credit_code(std::string_view code) {
  if (code.size() != code_length) return fmt::format("found {} characters, expected {}", code.size(), code_length);
  for (const char c : code) {
    if (characters.find(c) == std::string_view::npos)
      return fmt::format("found the character {}, expected digits and capitals without I, O, S, V, Z", c);
  }
  const char expected = *check_character(code.substr(0, code_length - 1));
  if (code.back() != expected) return fmt::format("found the check character {}, expected {}", code.back(), expected);
  return std::nullopt;
}

}  // namespace parktwin::importers
