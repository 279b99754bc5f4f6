// Scalars and keys of the strict reader.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>

#include "engine/core/nearest_name.h"
#include "engine/core/utf8.h"
#include "engine/core/yaml_reader.h"

namespace parktwin::yaml {
namespace {

std::string joined(std::span<const std::string_view> names) {
  std::string text;
  for (const auto name : names) text.append(text.empty() ? "" : ", ").append(name);
  return text;
}

bool is_plain(const YAML::Node& node) { return node.Tag() == "?" || node.Tag().empty(); }

bool is_text_tag(const YAML::Node& node) { return node.Tag() == "!" || node.Tag() == "tag:yaml.org,2002:str"; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Decimal numbers of the YAML 1.2 core schema (section 10.3.2) that no earlier version reads differently.
bool is_decimal(std::string_view text) {
  std::size_t i = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
  const auto digits = [&text, &i] {
    const std::size_t start = i;
    while (i < text.size() && is_digit(text[i])) ++i;
    return i - start;
  };
  const std::size_t start = i;
  const std::size_t whole = digits();
  if (whole > 1 && text[start] == '0') return false;
  std::size_t fraction = 0;
  if (i < text.size() && text[i] == '.') {
    ++i;
    fraction = digits();
  }
  if (whole + fraction == 0) return false;
  if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
    ++i;
    if (i < text.size() && (text[i] == '-' || text[i] == '+')) ++i;
    if (digits() == 0) return false;
  }
  return i == text.size();
}

/// Whether some version of YAML takes the plain text for a number: decimals with leading zeros or underscores, bases, infinities.
bool looks_numeric(std::string_view text) {
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
  for (const std::string_view word : {".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN"}) {
    if (text == word) return true;
  }
  if (text.starts_with("0x") || text.starts_with("0o")) {
    const std::string_view digits = text[1] == 'x' ? "0123456789abcdefABCDEF" : "01234567";
    return text.size() > 2 && text.find_first_not_of(digits, 2) == std::string_view::npos;
  }
  if (text.empty() || (!is_digit(text[0]) && text[0] != '.')) return false;
  std::string bare;
  std::copy_if(text.begin(), text.end(), std::back_inserter(bare), [](char c) { return c != '_'; });
  bare.erase(0, std::min(bare.find_first_not_of('0'), bare.size() - 1));
  return is_decimal(bare) || is_decimal("0" + bare);
}

bool is_true(std::string_view text) { return text == "true" || text == "True" || text == "TRUE"; }
bool is_false(std::string_view text) { return text == "false" || text == "False" || text == "FALSE"; }

/// False also for numbers beyond the range of a double.
bool parse_double(std::string_view text, double& value) {
  if (!is_decimal(text)) return false;
  if (text.front() == '+') text.remove_prefix(1);
  double number = 0.0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
  if (result.ec != std::errc()) return false;
  value = number;
  return true;
}

std::string expected_number(const Field& field, std::string_view kind) {
  const std::string unit = field.unit.empty() || field.unit == "1" ? "" : fmt::format(" {}", field.unit);
  const bool low = std::isfinite(field.minimum);
  const bool high = std::isfinite(field.maximum);
  if (low && high) return fmt::format("{} from {} to {}{}", kind, field.minimum, field.maximum, unit);
  if (low) return fmt::format("{} of at least {}{}", kind, field.minimum, unit);
  if (high) return fmt::format("{} of at most {}{}", kind, field.maximum, unit);
  return unit.empty() ? std::string(kind) : fmt::format("{} in{}", kind, unit);
}

}  // namespace

std::string found(const YAML::Node& node) {
  if (!node.IsDefined() || node.IsNull()) return "nothing";
  if (node.IsSequence()) return fmt::format("a list of {}", node.size());
  if (node.IsMap()) return "a mapping";
  std::string text = shortened(node.Scalar(), 60);
  if (is_plain(node) && (looks_numeric(node.Scalar()) || is_true(text) || is_false(text))) return text;
  return fmt::format("\"{}\"", text);
}

bool refuse(const YAML::Node& node, const Field& field, const std::string& expected, const std::string& file, Problems& problems) {
  const std::string name = field.name.empty() ? "" : fmt::format("{}: ", field.name);
  problems.add(file, place_of(node), fmt::format("{}found {}, expected {}", name, found(node), expected));
  return false;
}

bool check_keys(const YAML::Node& mapping, std::span<const std::string_view> allowed, const std::string& file, Problems& problems) {
  if (!mapping.IsDefined() || !mapping.IsMap()) return refuse(mapping, Field{}, "a mapping of keys and values", file, problems);
  for (const auto& entry : mapping) {
    const std::string key = entry.first.IsScalar() ? entry.first.Scalar() : found(entry.first);
    if (std::find(allowed.begin(), allowed.end(), key) != allowed.end()) continue;
    const std::string_view close = nearest_name(key, allowed);
    const std::string hint = close.empty() ? "expected one of " + joined(allowed) : fmt::format("did you mean {}?", close);
    problems.add(file, place_of(entry.first), fmt::format("found the unknown key \"{}\", {}", shortened(key, 60), hint));
  }
  return true;
}

bool read(const YAML::Node& node, std::string& value, const Field& field, const std::string& file, Problems& problems) {
  if (!node.IsDefined() || !node.IsScalar()) return refuse(node, field, "a text", file, problems);
  const std::string& text = node.Scalar();
  if (!is_text_tag(node) && (looks_numeric(text) || is_true(text) || is_false(text))) {
    return refuse(node, field, fmt::format("a text, written \"{}\" in quotes", shortened(text, 60)), file, problems);
  }
  value = text;
  return true;
}

bool read(const YAML::Node& node, bool& value, const Field& field, const std::string& file, Problems& problems) {
  const bool fits = node.IsDefined() && node.IsScalar() && !is_text_tag(node) && (is_true(node.Scalar()) || is_false(node.Scalar()));
  if (!fits) return refuse(node, field, "true or false", file, problems);
  value = is_true(node.Scalar());
  return true;
}

bool read(const YAML::Node& node, double& value, const Field& field, const std::string& file, Problems& problems) {
  double number = 0.0;
  const bool fits = node.IsDefined() && node.IsScalar() && !is_text_tag(node) && parse_double(node.Scalar(), number);
  if (!fits || number < field.minimum || number > field.maximum) {
    return refuse(node, field, expected_number(field, fits ? "a number" : "a finite number"), file, problems);
  }
  value = number;
  return true;
}

bool read(const YAML::Node& node, std::int64_t& value, const Field& field, const std::string& file, Problems& problems) {
  const auto no = [&] { return refuse(node, field, expected_number(field, "a whole number"), file, problems); };
  if (!node.IsDefined() || !node.IsScalar() || is_text_tag(node) || !is_decimal(node.Scalar())) return no();
  std::string_view text = node.Scalar();
  if (text.front() == '+') text.remove_prefix(1);
  std::int64_t number = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
  if (result.ec != std::errc() || result.ptr != text.data() + text.size()) {
    double real = 0.0;
    constexpr double largest_exact = 9007199254740992.0;
    if (!parse_double(text, real) || real != std::floor(real) || std::abs(real) > largest_exact) return no();
    number = static_cast<std::int64_t>(real);
  }
  const auto as_double = static_cast<double>(number);
  if (as_double < field.minimum || as_double > field.maximum) return no();
  value = number;
  return true;
}

bool read_name(const YAML::Node& node, std::size_t& position, std::span<const std::string_view> names, const Field& field,
               const std::string& file, Problems& problems) {
  const std::string expected = "one of " + joined(names);
  if (!node.IsScalar()) return refuse(node, field, expected, file, problems);
  const auto name = std::find(names.begin(), names.end(), node.Scalar());
  if (name == names.end()) {
    const std::string_view close = nearest_name(node.Scalar(), names);
    return refuse(node, field, close.empty() ? expected : fmt::format("{} (did you mean {}?)", expected, close), file, problems);
  }
  position = static_cast<std::size_t>(name - names.begin());
  return true;
}

bool read(const YAML::Node& node, std::string& value, const std::string& file, Problems& problems) {
  return read(node, value, Field{}, file, problems);
}

bool read(const YAML::Node& node, bool& value, const std::string& file, Problems& problems) {
  return read(node, value, Field{}, file, problems);
}

}  // namespace parktwin::yaml
