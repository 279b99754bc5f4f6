#pragma once
// The periodic flows of control that a park's Ethernet has to carry in time (time-sensitive networking, IEEE 802.1), and what each asks
// for.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/describe.h"
#include "engine/core/table.h"

namespace parktwin {

struct Enterprise;
struct NetworkLink;
struct NetworkNode;

/// How switches treat a flow: sent by the clock through gates (IEEE 802.1Qbv), credit-based shaped in class A or B (802.1Qav),
/// asynchronously shaped (802.1Qcr), or by its priority alone.
enum class TsnClass { scheduled, class_a, class_b, asynchronous, strict_priority };

constexpr auto names_of(TsnClass) {
  return std::to_array<EnumName<TsnClass>>({{TsnClass::scheduled, "scheduled"},
                                            {TsnClass::class_a, "class_a"},
                                            {TsnClass::class_b, "class_b"},
                                            {TsnClass::asynchronous, "asynchronous"},
                                            {TsnClass::strict_priority, "strict_priority"}});
}

/// One frame per period from talker to listener.
struct TsnFlow {
  std::string id;
  std::string name;
  std::string name_zh;
  Id<NetworkNode> talker;
  Id<NetworkNode> listener;
  Id<Enterprise> enterprise;
  TsnClass traffic_class = TsnClass::strict_priority;
  std::optional<std::int32_t> priority;  ///< of its VLAN tag, one class per priority in the whole park; none: as priority_of() says
  std::int32_t vlan = 1;
  std::int64_t period_ns = 1'000'000;
  std::int32_t payload_bytes = 100;  ///< of the Ethernet frame
  std::int64_t deadline_ns = 1'000'000;
  std::optional<std::int64_t> jitter_ns;
  std::vector<Id<NetworkLink>> path;
  bool redundant = false;
};

template <class Visitor, DescribedAs<TsnFlow> Self>
void describe(Visitor&& visit, Self& flow) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, flow.id);
  visit(Field{"name", "", "name in English"}, flow.name);
  visit(Field{"name_zh", "", "name in Chinese"}, flow.name_zh);
  visit(Field{.name = "talker", .unit = "", .meaning = "node that sends it", .required = true}, flow.talker);
  visit(Field{.name = "listener", .unit = "", .meaning = "node that receives it", .required = true}, flow.listener);
  visit(Field{"enterprise", "", "enterprise whose control it belongs to"}, flow.enterprise);
  visit(Field{.name = "class",
              .unit = "",
              .meaning = "scheduled (Qbv), class_a or class_b (Qav), asynchronous (Qcr) or strict_priority",
              .required = true},
        flow.traffic_class);
  visit(Field{"priority", "", "of its VLAN tag, the higher the sooner; empty: by class; 0 is left to best effort", 1, 7}, flow.priority);
  visit(Field{"vlan", "", "its VLAN", 1, 4094}, flow.vlan);
  visit(Field{.name = "period_ns", .unit = "ns", .meaning = "between two frames", .minimum = 1000, .maximum = 1e11, .required = true},
        flow.period_ns);
  visit(Field{.name = "payload_bytes",
              .unit = "B",
              .meaning = "payload of its Ethernet frame",
              .minimum = 1,
              .maximum = 1500,
              .required = true},
        flow.payload_bytes);
  visit(Field{.name = "deadline_ns",
              .unit = "ns",
              .meaning = "longest time from its talker's port to the last bit at the listener",
              .minimum = 1,
              .maximum = 1e12,
              .required = true},
        flow.deadline_ns);
  visit(Field{"jitter_ns", "ns", "largest difference of its delays; empty: any", 0, 1e12}, flow.jitter_ns);
  visit(Field{"path", "", "links from talker to listener, separated by spaces; empty: the shortest"}, flow.path);
  visit(Field{"redundant", "", "sent over two paths without a common link or switch (frame replication and elimination, 802.1CB)"},
        flow.redundant);
}

/// As given, or 7 scheduled, 6 asynchronous, 5 class A, 4 class B, 3 strict priority.
[[nodiscard]] inline std::int32_t priority_of(const TsnFlow& flow) {
  constexpr std::array<std::int32_t, 5> by_class = {7, 5, 4, 6, 3};
  return flow.priority.value_or(by_class[static_cast<std::size_t>(flow.traffic_class)]);
}

}  // namespace parktwin
