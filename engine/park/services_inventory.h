#pragma once
// What is shared: services, networked scenarios (网络化场景), connected assets, and the evidence register.
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/describe.h"
#include "engine/core/table.h"
#include "engine/core/units.h"

namespace parktwin {

struct Enterprise;
struct Building;
struct NetworkNode;

enum class SharedServiceKind {
  platform,
  identifier_node,
  security_operations,
  computing,
  testing,
  maintenance,
  logistics,
  design,
  training,
  finance,
  manufacturing,
  public_services,
  other
};

constexpr auto names_of(SharedServiceKind) {
  return std::to_array<EnumName<SharedServiceKind>>({{SharedServiceKind::platform, "platform"},
                                                     {SharedServiceKind::identifier_node, "identifier_node"},
                                                     {SharedServiceKind::security_operations, "security_operations"},
                                                     {SharedServiceKind::computing, "computing"},
                                                     {SharedServiceKind::testing, "testing"},
                                                     {SharedServiceKind::maintenance, "maintenance"},
                                                     {SharedServiceKind::logistics, "logistics"},
                                                     {SharedServiceKind::design, "design"},
                                                     {SharedServiceKind::training, "training"},
                                                     {SharedServiceKind::finance, "finance"},
                                                     {SharedServiceKind::manufacturing, "manufacturing"},
                                                     {SharedServiceKind::public_services, "public_services"},
                                                     {SharedServiceKind::other, "other"}});
}

/// A service several enterprises use together.
struct SharedService {
  std::string id;
  std::string name;
  std::string name_zh;
  SharedServiceKind kind = SharedServiceKind::other;
  bool deployed = true;
  Id<Building> building;
  std::vector<Id<Enterprise>> enterprises;  ///< who uses it
  Id<NetworkNode> node = {};                ///< server it runs on
};

template <class Visitor, DescribedAs<SharedService> Self>
void describe(Visitor&& visit, Self& service) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, service.id);
  visit(Field{"name", "", "name in English"}, service.name);
  visit(Field{"name_zh", "", "name in Chinese"}, service.name_zh);
  visit(Field{"kind", "", "kind of service"}, service.kind);
  visit(Field{"deployed", "", "in operation"}, service.deployed);
  visit(Field{"building", "", "where it is run"}, service.building);
  visit(Field{"enterprises", "", "enterprises that use it, separated by spaces"}, service.enterprises);
  visit(rare_field({"node", "", "server in the park's network it runs on"}), service.node);
}

/// The six named scenarios of the park-network direction, then others.
enum class ScenarioKind { network_management, logistics, security, environment, pipe_gallery, energy, other };

constexpr auto names_of(ScenarioKind) {
  return std::to_array<EnumName<ScenarioKind>>({{ScenarioKind::network_management, "network_management"},
                                                {ScenarioKind::logistics, "logistics"},
                                                {ScenarioKind::security, "security"},
                                                {ScenarioKind::environment, "environment"},
                                                {ScenarioKind::pipe_gallery, "pipe_gallery"},
                                                {ScenarioKind::energy, "energy"},
                                                {ScenarioKind::other, "other"}});
}

/// A networked application scenario of the park, such as smart security or pipe-gallery inspection.
struct NetworkedScenario {
  std::string id;
  std::string name;
  std::string name_zh;
  ScenarioKind kind = ScenarioKind::other;
  bool deployed = false;
};

template <class Visitor, DescribedAs<NetworkedScenario> Self>
void describe(Visitor&& visit, Self& scenario) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, scenario.id);
  visit(Field{"name", "", "name in English"}, scenario.name);
  visit(Field{"name_zh", "", "name in Chinese"}, scenario.name_zh);
  visit(Field{"kind", "", "which of the named scenarios it is"}, scenario.kind);
  visit(Field{"deployed", "", "in operation"}, scenario.deployed);
}

enum class AssetBearer { wired, nr, wifi, lte, other_wireless };

constexpr auto names_of(AssetBearer) {
  return std::to_array<EnumName<AssetBearer>>({{AssetBearer::wired, "wired"},
                                               {AssetBearer::nr, "nr"},
                                               {AssetBearer::wifi, "wifi"},
                                               {AssetBearer::lte, "lte"},
                                               {AssetBearer::other_wireless, "other_wireless"}});
}

/// A group of connected production elements (人机料法环) of one enterprise with one bearer.
struct ConnectedAssets {
  std::string id;
  Id<Enterprise> enterprise;
  std::string element;
  AssetBearer bearer = AssetBearer::wired;
  std::int32_t count = 0;
  MegabitsPerSecond rate_down;  ///< mean of each piece; of bearer nr it loads the radio cells
  MegabitsPerSecond rate_up;
};

template <class Visitor, DescribedAs<ConnectedAssets> Self>
void describe(Visitor&& visit, Self& assets) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, assets.id);
  visit(Field{.name = "enterprise", .unit = "", .meaning = "whose assets", .required = true}, assets.enterprise);
  visit(Field{"element", "", "what they are"}, assets.element);
  visit(Field{"bearer", "", "how they are connected"}, assets.bearer);
  visit(Field{"count", "", "how many", 0, 1e9}, assets.count);
  visit(rare_field({"rate_down_mbps", "Mbit/s", "mean traffic of each piece, downstream", 0, 1e6}), assets.rate_down);
  visit(rare_field({"rate_up_mbps", "Mbit/s", "mean traffic of each piece, upstream", 0, 1e6}), assets.rate_up);
}

/// An entry of the evidence register: a document that proves what a simulation cannot.
struct EvidenceDocument {
  std::string id;
  std::string clause;  ///< clause it proves: "K1-L1"
  std::string title;
  std::string document_number;
  std::string issuer;
  std::string issued_on;    ///< YYYY-MM-DD
  std::string valid_until;  ///< YYYY-MM-DD; empty: does not expire
};

template <class Visitor, DescribedAs<EvidenceDocument> Self>
void describe(Visitor&& visit, Self& document) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, document.id);
  visit(Field{.name = "clause", .unit = "", .meaning = "clause it proves, e.g. K1-L1", .required = true}, document.clause);
  visit(Field{"title", "", "title of the document"}, document.title);
  visit(Field{.name = "document_number", .unit = "", .meaning = "number under which it can be found", .required = true},
        document.document_number);
  visit(Field{.name = "issuer", .unit = "", .meaning = "who issued it", .required = true}, document.issuer);
  visit(Field{"issued_on", "", "date of issue, YYYY-MM-DD"}, document.issued_on);
  visit(Field{"valid_until", "", "last day of validity, YYYY-MM-DD; empty: does not expire"}, document.valid_until);
}

/// A project that comes to the park (招商项目), with the day on which it reached each stage of its course; empty: not reached.
struct Project {
  std::string id;
  std::string name;
  std::string name_zh;
  Id<Enterprise> enterprise;
  std::string inquired_on;
  std::string advised_on;
  std::string agreed_on;
  std::string approved_on;
  std::string construction_on;
  std::string accepted_on;
  std::string in_operation_on;
  std::string next_due_on;
};

template <class Visitor, DescribedAs<Project> Self>
void describe(Visitor&& visit, Self& project) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, project.id);
  visit(Field{"name", "", "name in English"}, project.name);
  visit(Field{"name_zh", "", "name in Chinese"}, project.name_zh);
  visit(Field{"enterprise", "", "enterprise of the park it belongs to; empty: a newcomer"}, project.enterprise);
  visit(Field{"inquired_on", "", "first question, YYYY-MM-DD"}, project.inquired_on);
  visit(Field{"advised_on", "", "answer to it: site, policies, supply chain"}, project.advised_on);
  visit(Field{"agreed_on", "", "agreement signed"}, project.agreed_on);
  visit(Field{"approved_on", "", "permits complete"}, project.approved_on);
  visit(Field{"construction_on", "", "begin of construction"}, project.construction_on);
  visit(Field{"accepted_on", "", "acceptance of the works"}, project.accepted_on);
  visit(Field{"in_operation_on", "", "begin of operation"}, project.in_operation_on);
  visit(Field{"next_due_on", "", "day by which the next stage is due; empty when in operation"}, project.next_due_on);
}

}  // namespace parktwin
