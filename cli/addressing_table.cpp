#include "cli/addressing_table.h"

#include <fmt/format.h>

#include <fstream>
#include <initializer_list>
#include <string_view>

#include "engine/core/errors.h"
#include "importers/park_folder/layer_text.h"

namespace parktwin::cli {
namespace {

std::string row(std::initializer_list<std::string_view> cells) {
  std::string line;
  for (const std::string_view cell : cells) line += (line.empty() ? "" : ",") + importers::csv_cell(cell);
  return line + "\n";
}

}  // namespace

std::string addressing_table(const wired::ipv6::AddressingPlan& plan) {
  std::string text = row({"prefix", "kind", "owner", "usage", "parent", "state"});
  for (const auto& prefix : plan.prefixes) {
    text += row({prefix.prefix, name_of(prefix.kind), prefix.owner, prefix.usage, prefix.parent, name_of(prefix.state)});
  }
  for (const auto& address : plan.addresses) {
    text += row({address.address + "/128", "address", address.node, address.link, address.segment, name_of(address.state)});
  }
  return text;
}

void write_addressing_table(const wired::ipv6::AddressingPlan& plan, const std::filesystem::path& file) {
  std::ofstream stream(file, std::ios::binary);
  stream << addressing_table(plan);
  stream.close();
  if (!stream) throw OutputError(file.string(), "cannot be written");
}

}  // namespace parktwin::cli
