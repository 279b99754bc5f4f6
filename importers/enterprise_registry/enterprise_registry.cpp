#include "importers/enterprise_registry/enterprise_registry.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "engine/core/utf8.h"
#include "engine/core/whole_file.h"
#include "importers/enterprise_registry/credit_code.h"
#include "importers/enterprise_registry/industry_code.h"
#include "importers/enterprise_registry/plain_text.h"
#include "importers/gdal_layers/source_file.h"
#include "importers/park_folder/attribute_values.h"
#include "importers/source_mapping/unit_conversion.h"

namespace parktwin::importers {
namespace {

struct Heading {
  std::string_view field;
  std::string_view unit;                 ///< of the field; empty: a text or a count
  std::vector<std::string_view> titles;  ///< in the order of preference
};

const std::vector<Heading>& headings() {
  static const std::vector<Heading> all{
      {"name", "", {"企业名称", "单位名称", "单位详细名称", "公司名称", "名称"}},
      {"credit_code", "", {"统一社会信用代码", "社会信用代码", "信用代码"}},
      {"industry_code", "", {"行业代码", "国民经济行业代码", "行业分类代码", "行业分类", "国民经济行业分类", "所属行业"}},
      {"address", "", {"生产经营地址", "经营地址", "实际经营地址", "详细地址", "住所", "注册地址", "地址"}},
      {"parcel", "", {"宗地号", "宗地代码", "地块编号", "地块号", "地块"}},
      {"building", "", {"楼栋号", "楼栋", "厂房编号", "建筑编号", "幢号"}},
      {"employees", "", {"从业人数", "从业人员", "职工人数", "员工人数", "期末从业人数"}},
      {"yearly_output_cny", "CNY", {"年产值", "工业总产值", "产值", "营业收入", "主营业务收入"}},
      {"yearly_electricity_mwh", "MWh", {"年用电量", "用电量"}}};
  return all;
}

/// "年产值（万元）" is the title 年产值 in the unit 万元.
std::pair<std::string, std::string> title_and_unit(const std::string& column) {
  auto plain = half_width(column);
  std::erase_if(plain, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
  const auto open = plain.find('(');
  if (open == std::string::npos) return {plain, ""};
  const auto close = plain.find(')', open);
  return {plain.substr(0, open), plain.substr(open + 1, close == std::string::npos ? std::string::npos : close - open - 1)};
}

struct Found {
  std::size_t position = 0;
  std::string unit;
};

class Registry {
 public:
  Registry(const VectorLayer& layer, const std::string& file, Problems& problems) : layer_(layer), file_(file), problems_(problems) {}

  std::optional<ForeignTables> read() {
    for (const auto& heading : headings()) find(heading);
    if (!found_.contains("name")) {
      problems_.add(file_, "",
                    fmt::format("found no column 企业名称 (name of the enterprise), expected it among {}", joined(layer_.available)));
      return std::nullopt;
    }
    std::vector<std::string> columns{"row"};
    for (const auto& heading : headings()) columns.emplace_back(heading.field);
    columns.insert(columns.begin() + 4, "sector");
    for (const auto& column : layer_.columns) {
      if (std::find(columns.begin(), columns.end(), column) == columns.end()) {
        columns.push_back(column);
        own_.push_back(*layer_.column(column));
      }
    }
    TableMaker made("enterprises", columns);
    for (const auto& row : layer_.features) add(row, made);
    ForeignTables tables;
    tables.push_back(made.take());
    return tables;
  }

 private:
  void find(const Heading& heading) {
    for (const auto& title : heading.titles) {
      for (std::size_t i = 0; i < layer_.columns.size(); ++i) {
        const auto [plain, unit] = title_and_unit(layer_.columns[i]);
        if (plain != title) continue;
        if (!heading.unit.empty() && !unit.empty() && !unit_factor(unit, heading.unit)) {
          problems_.add(file_, "column " + layer_.columns[i], fmt::format("found the unit {}, expected one of {}", unit, heading.unit));
          return;
        }
        found_[std::string(heading.field)] = {i, unit};
        return;
      }
    }
  }

  [[nodiscard]] Attribute cell(const Feature& row, const std::string& field) const {
    const auto found = found_.find(field);
    return found == found_.end() ? Attribute() : row.attributes[found->second.position];
  }
  [[nodiscard]] std::string text(const Feature& row, const std::string& field) const {
    auto value = half_width(text_of(cell(row, field)));
    const auto first = value.find_first_not_of(" \t\r\n");
    return first == std::string::npos ? "" : value.substr(first, value.find_last_not_of(" \t\r\n") - first + 1);
  }

  Attribute credit_code(const Feature& row, const std::string& place, TableMaker& made) {
    const auto code = tidy_credit_code(text(row, "credit_code"));
    if (code.empty()) return {};
    if (const auto fault = fault_of_credit_code(code)) {
      made.remark(NoteKind::warning, "credit codes that do not check", fmt::format("{}: {}, {}", place, code, *fault));
      return {};
    }
    if (!codes_.insert(code).second) {
      made.remark(NoteKind::warning, "credit codes of an earlier row", fmt::format("{}: {}", place, code));
      return {};
    }
    return code;
  }

  std::pair<Attribute, Attribute> industry(const Feature& row, const std::string& place, TableMaker& made) const {
    const auto written = text(row, "industry_code");
    if (written.empty()) return {};
    std::string fault;
    const auto code = parse_industry_code(written, fault);
    if (!code) {
      made.remark(NoteKind::warning, "industries without a code of GB/T 4754", place + ": " + fault);
      return {};
    }
    const auto sector = sector_of(*code);
    return {code->text, sector ? Attribute(std::string(name_of(*sector))) : Attribute()};
  }

  Attribute amount(const Feature& row, const std::string& field, std::string_view unit, const std::string& place, TableMaker& made) const {
    auto value = cell(row, field);
    if (is_missing(value)) return {};
    if (auto* written = std::get_if<std::string>(&value)) {
      *written = half_width(*written);
      std::erase(*written, ',');
    }
    const auto number = quantity(value, unit.empty() ? "" : found_.at(field).unit, unit);
    if (!number) made.remark(NoteKind::warning, "values of " + field, fmt::format("{}: {}", place, text_of(value)));
    return number_or_null(number);
  }

  void add(const Feature& row, TableMaker& made) {
    const auto place = fmt::format("row {}", row.number + 1);  // the header is row 1, as a spreadsheet shows it
    if (text(row, "name").empty()) return made.remark(NoteKind::warning, "rows without a name", place);
    const auto [code, sector] = industry(row, place, made);
    std::vector<Attribute> values{static_cast<std::int64_t>(row.number + 1),
                                  text(row, "name"),
                                  credit_code(row, place, made),
                                  code,
                                  sector,
                                  text_or_null(text(row, "address")),
                                  text_or_null(text(row, "parcel")),
                                  text_or_null(text(row, "building")),
                                  amount(row, "employees", "", place, made),
                                  amount(row, "yearly_output_cny", "CNY", place, made),
                                  amount(row, "yearly_electricity_mwh", "MWh", place, made)};
    for (const auto position : own_) values.push_back(row.attributes[position]);
    made.add(row.number + 1, std::move(values));
  }

  const VectorLayer& layer_;
  const std::string& file_;
  Problems& problems_;
  std::map<std::string, Found> found_;
  std::vector<std::size_t> own_;
  std::set<std::string> codes_;
};

}  // namespace

std::optional<ForeignTables> read_enterprise_registry(const std::filesystem::path& file, const std::string& sheet,
                                                      const std::string& encoding, Problems& problems) {
  if (const auto fault = fault_of_source(file)) {
    problems.add(file.string(), "", *fault);
    return std::nullopt;
  }
  if (encoding.empty() && file.extension() == ".csv") {
    const auto text = read_whole(file);
    if (text && first_invalid_utf8(*text) != std::string::npos) {
      problems.add(file.string(), "", "is not UTF-8; a table from a Chinese spreadsheet may need encoding: GBK in the recipe");
      return std::nullopt;
    }
  }
  VectorRequest request;
  request.file = file;
  request.layer = sheet;
  request.encoding = encoding;
  request.geometry = false;
  const auto before = problems.list().size();
  const auto layer = read_vector_layer(request, problems);
  if (!layer || problems.list().size() > before) return std::nullopt;
  auto tables = Registry(*layer, file.string(), problems).read();
  if (problems.list().size() > before) return std::nullopt;
  return tables;
}

}  // namespace parktwin::importers
