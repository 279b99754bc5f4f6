#include "importers/gdal_layers/database_source.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

namespace parktwin::importers {
namespace {

constexpr std::string_view prefix = "PG:";
constexpr std::array<std::string_view, 10> known_words{"host",    "hostaddr",    "port",    "dbname", "user",
                                                       "sslmode", "sslrootcert", "sslcert", "sslkey", "connect_timeout"};
constexpr std::size_t longest = 2000;

using Words = std::vector<std::pair<std::string, std::string>>;

/// "a=b c='d e'" taken apart by the rules of libpq; none where they are broken.
std::optional<Words> words_of(std::string_view text) {
  Words words;
  std::size_t at = 0;
  const auto skip_spaces = [&] {
    while (at < text.size() && text[at] == ' ') ++at;
  };
  for (skip_spaces(); at < text.size(); skip_spaces()) {
    std::string key;
    while (at < text.size() && text[at] != '=' && text[at] != ' ') key += text[at++];
    skip_spaces();
    if (key.empty() || at == text.size() || text[at] != '=') return std::nullopt;
    ++at;
    skip_spaces();
    std::string value;
    const bool quoted = at < text.size() && text[at] == '\'';
    if (quoted) ++at;
    while (at < text.size() && text[at] != (quoted ? '\'' : ' ')) {
      if (text[at] == '\\' && at + 1 < text.size()) ++at;
      value += text[at++];
    }
    if (quoted && at++ == text.size()) return std::nullopt;
    words.emplace_back(std::move(key), std::move(value));
  }
  return words;
}

std::string quoted(const std::string& value) {
  std::string text = "'";
  for (const char c : value) {
    if (c == '\'' || c == '\\') text += '\\';
    text += c;
  }
  return text + "'";
}

/// Letters of names, paths and numbers; nothing that could end a value inside GDAL's own reading of the string.
bool is_plain(const std::string& value) {
  return !value.empty() && std::all_of(value.begin(), value.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte > ' ' && byte != 0x7f && c != '\'' && c != '"' && c != '\\' && c != '=' && c != ';' && c != ',';
  });
}

}  // namespace

bool is_database(const std::string& source) {
  return source.starts_with(prefix) || source.starts_with("postgresql://") || source.starts_with("postgres://");
}

std::optional<std::string> fault_of_connection(const std::string& source) {
  const std::string expected = "expected PG:host=… port=… dbname=… user=…";
  if (!source.starts_with(prefix)) return "is the address of a database, " + expected;
  const auto words = source.size() <= longest ? words_of(std::string_view(source).substr(prefix.size())) : std::nullopt;
  if (!words) return "is no connection string, " + expected;
  bool has_database = false;
  for (const auto& [key, value] : *words) {
    if (key == "password" || key == "passfile") return "the connection string holds a password, expected it in token_file or in ~/.pgpass";
    if (std::find(known_words.begin(), known_words.end(), key) == known_words.end())
      return fmt::format("the connection string holds a keyword that is not taken, expected some of {}", fmt::join(known_words, ", "));
    if (!is_plain(value)) return fmt::format("{} in the connection string is empty or holds spaces, quotes or the like", key);
    has_database = has_database || key == "dbname";
  }
  if (!has_database) return "the connection string names no dbname, " + expected;
  return std::nullopt;
}

std::string connection_for_gdal(const std::string& source, const std::string& password) {
  std::string text(prefix);
  bool has_limit = false;
  const auto words = words_of(std::string_view(source).substr(prefix.size())).value_or(Words{});
  for (const auto& [key, value] : words) {
    text += key + "=" + quoted(value) + " ";
    has_limit = has_limit || key == "connect_timeout";
  }
  if (!has_limit) text += "connect_timeout='10' ";
  text += "options='-c default_transaction_read_only=on' application_name='parktwin'";
  return password.empty() ? text : text + " password=" + quoted(password);
}

std::string without_password(std::string text, const std::string& password) {
  if (password.empty()) return text;
  for (auto at = text.find(password); at != std::string::npos; at = text.find(password, at + 1)) text.replace(at, password.size(), "*");
  return text;
}

std::filesystem::path located_source(const std::filesystem::path& folder, const std::string& source) {
  return is_database(source) ? std::filesystem::path(source) : folder / source;
}

}  // namespace parktwin::importers
