#pragma once
// What a plan proposes for one of its parts: the clauses that ask for it, what is built or bought, what it costs and how far from the
// cheapest it can be.
#include <optional>
#include <string>
#include <vector>

#include "engine/core/describe.h"
#include "engine/scenario/joint_plan_options.h"

namespace parktwin::plan {

enum class ProposalOutcome { planned, nothing_to_build, no_plan };

constexpr auto names_of(ProposalOutcome) {
  return std::to_array<EnumName<ProposalOutcome>>({{ProposalOutcome::planned, "planned"},
                                                   {ProposalOutcome::nothing_to_build, "nothing_to_build"},
                                                   {ProposalOutcome::no_plan, "no_plan"}});
}

struct PartClause {
  std::string clause;
  std::string unit;
  std::optional<double> target;  ///< none: all that the clause counts over
  std::optional<double> standing;
  std::optional<double> confirmed;
};

template <class Visitor, DescribedAs<PartClause> Self>
void describe(Visitor&& visit, Self& clause) {
  visit(Field{"clause", "", "clause of the criteria pack"}, clause.clause);
  visit(Field{"unit", "", "unit of its values"}, clause.unit);
  visit(Field{"target", "", "what it asks for; empty: all that it counts over"}, clause.target);
  visit(Field{"standing", "", "value before anything is built"}, clause.standing);
  visit(Field{"confirmed", "", "value with the whole plan, by a whole run"}, clause.confirmed);
}

struct PartItem {
  std::string record;
  std::string what_en;
  std::string what_zh;
  double capital_cny = 0.0;
};

template <class Visitor, DescribedAs<PartItem> Self>
void describe(Visitor&& visit, Self& item) {
  visit(Field{"record", "", "id of what is built, extended or bought"}, item.record);
  visit(Field{"what_en", "", "what it is, English"}, item.what_en);
  visit(Field{"what_zh", "", "what it is, Chinese"}, item.what_zh);
  visit(Field{"capital_cny", "CNY", "likely outlay"}, item.capital_cny);
}

struct PartProposal {
  PlanPart part = PlanPart::network;
  ProposalOutcome outcome = ProposalOutcome::no_plan;
  std::string reason_en;
  std::string reason_zh;
  std::vector<PartClause> clauses;
  std::vector<PartItem> items;
  double capital_cny = 0.0;
  double present_value_cny = 0.0;
  double lower_bound_cny = 0.0;
};

template <class Visitor, DescribedAs<PartProposal> Self>
void describe(Visitor&& visit, Self& part) {
  visit(Field{"part", "", "network, cloud, data_centres or energy"}, part.part);
  visit(Field{"outcome", "", "planned, nothing_to_build or no_plan"}, part.outcome);
  visit(Field{"reason_en", "", "why, English"}, part.reason_en);
  visit(Field{"reason_zh", "", "why, Chinese"}, part.reason_zh);
  visit(Field{"clauses", "", "what is asked for and reached"}, part.clauses);
  visit(Field{"items", "", "what is built or bought"}, part.items);
  visit(Field{"capital_cny", "CNY", "likely outlay, not discounted"}, part.capital_cny);
  visit(Field{"present_value_cny", "CNY", "likely net present value; of energy less what electricity and gas then cost less"},
        part.present_value_cny);
  visit(Field{"lower_bound_cny", "CNY", "no plan of this part, after the parts before it, costs less"}, part.lower_bound_cny);
}

}  // namespace parktwin::plan
