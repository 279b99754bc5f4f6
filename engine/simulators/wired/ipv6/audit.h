#pragma once
// What an inventory says about its readiness for IPv6, topic by topic: names without an AAAA record, IPv4 literals, services that work by
// translation alone, access rules of one family, prefixes that overlap or have the wrong size (segments /64, RFC 4291; links /127, RFC
// 6164), unique local prefixes whose 40 bits are not random (RFC 4193), functions a router must have (RFC 8504). Where the inventory holds
// nothing on a topic, the audit says so; a topic is clean only when everything it asks for is known.
#include <string>
#include <vector>

#include "engine/core/note.h"
#include "engine/simulators/wired/ipv6/native_network.h"

namespace parktwin::wired::ipv6 {

enum class AuditTopic {
  aaaa_records,
  ipv4_literals,
  translation,
  access_rules,
  prefix_overlaps,
  prefix_sizes,
  unique_local,
  router_functions
};

constexpr auto names_of(AuditTopic) {
  return std::to_array<EnumName<AuditTopic>>({{AuditTopic::aaaa_records, "aaaa_records"},
                                              {AuditTopic::ipv4_literals, "ipv4_literals"},
                                              {AuditTopic::translation, "translation"},
                                              {AuditTopic::access_rules, "access_rules"},
                                              {AuditTopic::prefix_overlaps, "prefix_overlaps"},
                                              {AuditTopic::prefix_sizes, "prefix_sizes"},
                                              {AuditTopic::unique_local, "unique_local"},
                                              {AuditTopic::router_functions, "router_functions"}});
}

enum class AuditState { not_in_inventory, partly_known, clean, findings };

constexpr auto names_of(AuditState) {
  return std::to_array<EnumName<AuditState>>({{AuditState::not_in_inventory, "not_in_inventory"},
                                              {AuditState::partly_known, "partly_known"},
                                              {AuditState::clean, "clean"},
                                              {AuditState::findings, "findings"}});
}

struct TopicCount {
  AuditTopic topic = AuditTopic::aaaa_records;
  AuditState state = AuditState::not_in_inventory;
  std::int32_t examined = 0;
  std::int32_t findings = 0;
  std::int32_t not_in_inventory = 0;  ///< records that the topic asks about and the inventory says nothing on
};

template <class Visitor, DescribedAs<TopicCount> Self>
void describe(Visitor&& visit, Self& count) {
  visit(Field{"topic", "", "what was looked at"}, count.topic);
  visit(Field{"state", "", "not_in_inventory, partly_known without a finding, clean, or findings"}, count.state);
  visit(Field{"examined", "", "records on which the inventory says something"}, count.examined);
  visit(Field{"findings", "", "of them with a finding"}, count.findings);
  visit(Field{"not_in_inventory", "", "records on which it says nothing"}, count.not_in_inventory);
}

struct AuditFinding {
  AuditTopic topic = AuditTopic::aaaa_records;
  std::string table;
  std::string id;
  std::string text;
};

template <class Visitor, DescribedAs<AuditFinding> Self>
void describe(Visitor&& visit, Self& finding) {
  visit(Field{"topic", "", "what was looked at"}, finding.topic);
  visit(Field{"table", "", "table of the record"}, finding.table);
  visit(Field{"id", "", "its id"}, finding.id);
  visit(Field{"text", "", "what was found"}, finding.text);
}

struct Audit {
  std::vector<TopicCount> topics;
  std::vector<AuditFinding> findings;
  std::vector<Note> notes;
};

template <class Visitor, DescribedAs<Audit> Self>
void describe(Visitor&& visit, Self& audit) {
  visit(Field{"topics", "", "what was looked at, and how much the inventory holds of it"}, audit.topics);
  visit(Field{"findings", "", "what was found, by topic and record"}, audit.findings);
  visit(Field{"notes", "", "what a reader should know"}, audit.notes);
}

/// `native`: what works over IPv6 alone; `translated`: per service, as of translated_services().
[[nodiscard]] Audit audit_inventory(const Park& park, const Outcome& native, const std::vector<bool>& translated);

}  // namespace parktwin::wired::ipv6
