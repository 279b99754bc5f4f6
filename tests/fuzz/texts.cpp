// Parsers that take a text.
#include <array>

#include "importers/antenna/msi.h"
#include "importers/antenna/radio_mobile.h"
#include "importers/antenna/text_lines.h"
#include "importers/citygml/citygml.h"
#include "importers/foreign_tables/text_source.h"
#include "importers/matpower/case_file.h"
#include "importers/matpower/matpower.h"
#include "importers/netbox/netbox_objects.h"
#include "importers/netbox/netbox_tables.h"
#include "importers/pandapower/net_file.h"
#include "importers/pandapower/pandapower.h"
#include "importers/recipe/source_reading.h"
#include "importers/topology/gml.h"
#include "importers/topology/graphml.h"
#include "tests/fuzz/expectations.h"
#include "tests/fuzz/targets.h"

namespace parktwin::fuzz {
namespace {

using namespace importers;

void run_msi(const std::string& input) {
  Problems problems;
  static_cast<void>(parse_msi(lines_of(input), "a.msi", problems));
  check_problems(problems.list());
}

void run_radio_mobile(const std::string& input) {
  Problems problems;
  static_cast<void>(parse_radio_mobile(lines_of(input), "a.ant", problems));
  check_problems(problems.list());
}

void run_matpower(const std::string& input) {
  Problems problems;
  const auto file = matpower::parse_case(input, "case.m", problems);
  check_outcome(file.has_value(), problems);
  if (file) static_cast<void>(power_tables(matpower::power_case(*file)));
}

void run_pandapower(const std::string& input) {
  Problems problems;
  const auto document = parse_json(input, "net.json", problems);
  const auto net = document ? pandapower::parse_net(*document, "net.json", problems) : std::nullopt;
  const auto found = net ? pandapower::power_case(*net, "net.json", problems) : std::nullopt;
  check_outcome(found.has_value(), problems);
}

void run_netbox(const std::string& input) {
  Problems problems;
  const auto document = parse_json(input, "dump.json", problems);
  const auto objects = document ? netbox::objects_of(*document, "dump.json", problems) : std::nullopt;
  const auto inventory = objects ? netbox::inventory_of(*objects, problems) : std::nullopt;
  check_outcome(inventory.has_value(), problems);
  if (inventory) static_cast<void>(netbox::tables_of(*inventory));
}

void run_graphml(const std::string& input) {
  Problems problems;
  const auto graph = topology::parse_graphml(input, "net.graphml", problems);
  check_outcome(graph.has_value(), problems);
  if (graph) check_outcome(topology::tables_of(*graph, "net.graphml", problems).has_value(), problems);
}

void run_gml(const std::string& input) {
  Problems problems;
  const auto graph = topology::parse_gml(input, "net.gml", problems);
  check_outcome(graph.has_value(), problems);
  if (graph) check_outcome(topology::tables_of(*graph, "net.gml", problems).has_value(), problems);
}

void run_tags(const std::string& input) { static_cast<void>(tags_of(input)); }

void run_xml(const std::string& input) { static_cast<void>(fault_of_xml(input)); }

}  // namespace

std::span<const Target> targets_of_texts() {
  static constexpr std::array list{Target{"msi", run_msi, plain},
                                   Target{"radio_mobile", run_radio_mobile, plain},
                                   Target{"matpower", run_matpower, plain},
                                   Target{"pandapower", run_pandapower, plain},
                                   Target{"netbox", run_netbox, plain},
                                   Target{"graphml", run_graphml, plain},
                                   Target{"gml", run_gml, plain},
                                   Target{"tags", run_tags, plain},
                                   Target{"xml", run_xml, plain}};
  return list;
}

}  // namespace parktwin::fuzz
