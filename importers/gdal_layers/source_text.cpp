#include "importers/gdal_layers/source_text.h"

#include <cpl_conv.h>
#include <cpl_minixml.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "engine/core/utf8.h"
#include "importers/gdal_layers/gdal_session.h"

namespace parktwin::importers {
namespace {

constexpr std::uint64_t harmless_bytes = 64ULL << 20U;
constexpr std::uint64_t most_part_bytes = 512ULL << 20U;
constexpr std::uint64_t most_sheet_ratio = 200;
constexpr std::size_t step_bytes = 1U << 20U;
using File = std::unique_ptr<VSILFILE, int (*)(VSILFILE*)>;
using Tree = std::unique_ptr<CPLXMLNode, void (*)(CPLXMLNode*)>;

std::optional<std::string> part_of(const std::string& archive, const std::string& part) {
  const std::string name = archive + "/" + part;
  VSIStatBufL status{};
  if (VSIStatL(name.c_str(), &status) != 0 || static_cast<std::uint64_t>(status.st_size) > most_part_bytes) return std::nullopt;
  const File file(VSIFOpenL(name.c_str(), "rb"), &VSIFCloseL);
  if (!file) return std::nullopt;
  std::string text;  // grows by what is there: the size is only what the archive says
  for (std::size_t got = step_bytes; got == step_bytes;) {
    const auto size = text.size();
    text.resize(size + step_bytes);
    got = VSIFReadL(text.data() + size, 1, step_bytes, file.get());
    text.resize(size + got);
    if (text.size() > most_part_bytes) return std::nullopt;
  }
  return text;
}

Tree parsed(const std::optional<std::string>& text) {
  CPLXMLNode* root = text ? CPLParseXMLString(text->c_str()) : nullptr;
  if (root != nullptr) CPLStripXMLNamespace(root, nullptr, TRUE);
  return {root, &CPLDestroyXMLNode};
}

const CPLXMLNode* element(const Tree& tree, const char* name) {
  return tree ? CPLGetXMLNode(tree.get(), (std::string("=") + name).c_str()) : nullptr;
}

struct Sheet {
  std::string name;
  std::string part;
};

std::vector<Sheet> sheets_of(const std::string& archive) {
  std::vector<Sheet> sheets;
  const Tree book = parsed(part_of(archive, "xl/workbook.xml"));
  const Tree links = parsed(part_of(archive, "xl/_rels/workbook.xml.rels"));
  const auto* list = element(book, "workbook.sheets");
  const auto* targets = element(links, "Relationships");
  if (list == nullptr || targets == nullptr) return sheets;
  for (const auto* sheet = list->psChild; sheet != nullptr; sheet = sheet->psNext) {
    if (sheet->eType != CXT_Element) continue;
    const std::string id = CPLGetXMLValue(sheet, "id", "");
    for (const auto* link = targets->psChild; link != nullptr; link = link->psNext) {
      if (link->eType != CXT_Element || id != CPLGetXMLValue(link, "Id", "")) continue;
      std::string target = CPLGetXMLValue(link, "Target", "");
      target = target.starts_with('/') ? target.substr(1) : "xl/" + target;
      sheets.push_back({CPLGetXMLValue(sheet, "name", ""), target});
    }
  }
  return sheets;
}

}  // namespace

std::optional<std::string> as_utf8(const std::string& text, const std::string& encoding) {
  if (encoding.empty() || encoding == "UTF-8") {
    const bool marked = text.starts_with("\xEF\xBB\xBF");
    if (first_invalid_utf8(text) != std::string::npos) return std::nullopt;
    return marked ? text.substr(3) : text;
  }
  GdalSession session;
  const std::unique_ptr<char, void (*)(void*)> recoded(CPLRecode(text.c_str(), encoding.c_str(), "UTF-8"), &VSIFree);
  if (!recoded || !session.take_failures().empty() || !session.take_warnings().empty()) return std::nullopt;
  return std::string(recoded.get());
}

std::optional<std::string> fault_of_gzip(const std::filesystem::path& file, std::uint64_t most_ratio) {
  GdalSession session;
  const auto packed = std::filesystem::file_size(file);
  const File stream(VSIFOpenL(("/vsigzip/" + file.string()).c_str(), "rb"), &VSIFCloseL);
  if (!stream) return "is no gzip file";
  std::vector<char> buffer(1U << 20U);
  std::uint64_t total = 0;
  for (std::size_t got = 1; got > 0;) {
    got = VSIFReadL(buffer.data(), 1, buffer.size(), stream.get());
    total += got;
    if (total > harmless_bytes && total / most_ratio > packed) {
      return fmt::format("unfolds to more than {} times its {} bytes, expected a map", most_ratio, packed);
    }
  }
  const auto failures = session.take_failures();
  if (!failures.empty()) return "is damaged (" + failures.front() + ")";
  if (total == 0) return "is empty or no gzip file";
  return std::nullopt;
}

std::optional<std::string> fault_of_spreadsheet(const std::filesystem::path& file, const std::string& sheet) {
  const GdalSession session;
  const std::string archive = "/vsizip/{" + std::filesystem::absolute(file).string() + "}";
  const std::unique_ptr<char*, void (*)(char**)> parts(VSIReadDirRecursive(archive.c_str()), &CSLDestroy);
  if (!parts) return "is no spreadsheet, expected an .xlsx file";
  std::uint64_t total = 0;
  for (char** part = parts.get(); *part != nullptr; ++part) {
    VSIStatBufL status{};
    if (VSIStatL((archive + "/" + *part).c_str(), &status) == 0) total += static_cast<std::uint64_t>(status.st_size);
  }
  const auto packed = std::filesystem::file_size(file);
  const auto most = std::min(most_part_bytes, std::max<std::uint64_t>(harmless_bytes, most_sheet_ratio * packed));
  if (total > most) return fmt::format("unfolds to {} MiB, expected at most {}", total >> 20U, most >> 20U);
  const auto sheets = sheets_of(archive);
  if (sheets.empty()) return "holds no sheet, expected an .xlsx file";
  for (const auto& [name, part] : sheets) {
    if (!sheet.empty() && name != sheet) continue;
    const auto text = part_of(archive, part);
    if (!text) return fmt::format("sheet {} is missing from the file", name);
    const std::string key = "<mergeCell ref=\"";
    if (const auto at = text->find(key); at != std::string::npos) {
      const auto begin = at + key.size();
      return fmt::format("sheet {}: the cells {} are merged, expected a value in every cell of a table", name,
                         text->substr(begin, text->find('"', begin) - begin));
    }
  }
  return std::nullopt;
}

}  // namespace parktwin::importers
