#include "importers/park_folder/attribute_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <sstream>
#include <utility>

#include "engine/core/utf8.h"

namespace parktwin::importers {
namespace {

/// As a message quotes it.
std::string shown(const Attribute& attribute) {
  if (std::holds_alternative<std::string>(attribute)) return '"' + shortened(std::get<std::string>(attribute), 60) + '"';
  return text_of(attribute);
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

template <class Number>
bool parse(std::string_view text, Number& value) {
  text = trimmed(text);
  const bool plus = text.size() > 1 && text.front() == '+' && text[1] != '-';
  const char* begin = text.data() + (plus ? 1 : 0);
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(begin, end, value);
  return error == std::errc() && stop == end && begin != end;
}

}  // namespace

bool is_missing(const Attribute& attribute) {
  const auto* text = std::get_if<std::string>(&attribute);
  return std::holds_alternative<std::monostate>(attribute) || (text != nullptr && text->empty());
}

std::string joined(std::span<const std::string> names) {
  std::string text;
  for (const auto& name : names) {
    if (!text.empty()) text += ", ";
    text += name;
  }
  return text;
}

std::string text_of(const Attribute& attribute) {
  if (const auto* text = std::get_if<std::string>(&attribute)) return *text;
  if (const auto* whole = std::get_if<std::int64_t>(&attribute)) return fmt::format("{}", *whole);
  if (const auto* number = std::get_if<double>(&attribute)) return fmt::format("{}", *number);
  return {};
}

std::optional<std::string> to_number(const Attribute& attribute, double& value) {
  double number = 0.0;
  if (const auto* whole = std::get_if<std::int64_t>(&attribute)) {
    number = static_cast<double>(*whole);
  } else if (const auto* real = std::get_if<double>(&attribute)) {
    number = *real;
  } else if (!parse(text_of(attribute), number)) {
    return fmt::format("found {}, expected a number", shown(attribute));
  }
  if (!std::isfinite(number)) return fmt::format("found {}, expected a finite number", shown(attribute));
  value = number;
  return std::nullopt;
}

std::optional<std::string> to_whole(const Attribute& attribute, std::int64_t low, std::int64_t high, std::int64_t& value) {
  std::int64_t whole = 0;
  if (const auto* given = std::get_if<std::int64_t>(&attribute)) {
    whole = *given;
  } else if (const auto* text = std::get_if<std::string>(&attribute); text == nullptr || !parse(*text, whole)) {
    double number = 0.0;
    if (to_number(attribute, number) || number != std::floor(number))
      return fmt::format("found {}, expected a whole number", shown(attribute));
    if (std::abs(number) > 9e15) return fmt::format("found {}, expected a whole number from {} to {}", shown(attribute), low, high);
    whole = static_cast<std::int64_t>(number);
  }
  if (whole < low || whole > high) return fmt::format("found {}, expected a whole number from {} to {}", shown(attribute), low, high);
  value = whole;
  return std::nullopt;
}

std::optional<std::string> to_numbers(const Attribute& attribute, std::vector<double>& values) {
  std::vector<double> numbers;
  std::istringstream words(text_of(attribute));
  for (std::string word; words >> word;) {
    double number = 0.0;
    if (const auto fault = to_number(Attribute(word), number)) return fmt::format("value {}: {}", numbers.size() + 1, *fault);
    numbers.push_back(number);
  }
  values = std::move(numbers);
  return std::nullopt;
}

std::optional<std::string> to_truth(const Attribute& attribute, bool& value) {
  std::string text(trimmed(text_of(attribute)));
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const auto is_one_of = [&text](std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), text) != names.end();
  };
  const bool yes = is_one_of({"true", "yes", "1", "t", "y"});
  if (!yes && !is_one_of({"false", "no", "0", "f", "n"})) return fmt::format("found {}, expected true or false", shown(attribute));
  value = yes;
  return std::nullopt;
}

std::optional<std::string> to_choice(const Attribute& attribute, std::span<const std::string_view> names, std::size_t& position) {
  const auto found = std::find(names.begin(), names.end(), text_of(attribute));
  if (found == names.end()) {
    return fmt::format("found {}, expected one of {}", shown(attribute), joined(std::vector<std::string>(names.begin(), names.end())));
  }
  position = static_cast<std::size_t>(found - names.begin());
  return std::nullopt;
}

}  // namespace parktwin::importers
