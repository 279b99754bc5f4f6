#pragma once
// What a year of energy yields. Times are the beginning of a quarter-hour in local standard time, "07-14 13:45".
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/note.h"
#include "engine/park/park.h"
#include "engine/simulators/energy/alarm_log.h"
#include "engine/simulators/energy/answers.h"
#include "engine/simulators/energy/carbon/carbon.h"
#include "engine/simulators/energy/charging.h"
#include "engine/simulators/energy/flexible_loads.h"
#include "engine/simulators/energy/green_power.h"
#include "engine/simulators/energy/grid_study.h"
#include "engine/simulators/energy/grid_year.h"
#include "engine/simulators/energy/heat_and_cold.h"
#include "engine/simulators/energy/metering.h"
#include "engine/simulators/energy/sizing.h"
#include "engine/simulators/energy/tariff/bill.h"
#include "engine/simulators/energy/trade_off.h"

namespace parktwin::energy {

/// Of the whole park over the year. Import and export are netted in every step.
struct Balance {
  double consumption_mwh = 0.0;  ///< with equipment, without what is not served
  double equipment_mwh = 0.0;
  double loss_mwh = 0.0;
  double pv_mwh = 0.0;
  double wind_mwh = 0.0;
  double plant_mwh = 0.0;
  double storage_loss_mwh = 0.0;  ///< charged less discharged
  double import_mwh = 0.0;
  double export_mwh = 0.0;
  double unserved_mwh = 0.0;
  double self_consumption = 0.0;
  double self_sufficiency = 0.0;
  double peak_import_kw = 0.0;
  std::string peak_at;
  double greatest_imbalance = 0.0;
};

template <class Visitor, DescribedAs<Balance> Self>
void describe(Visitor&& visit, Self& balance) {
  visit(Field{"consumption_mwh", "MWh", "electricity consumed, with communication equipment"}, balance.consumption_mwh);
  visit(Field{"equipment_mwh", "MWh", "of it, by communication equipment"}, balance.equipment_mwh);
  visit(Field{"loss_mwh", "MWh", "lost in lines and transformers"}, balance.loss_mwh);
  visit(Field{"pv_mwh", "MWh", "fed in by PV"}, balance.pv_mwh);
  visit(Field{"wind_mwh", "MWh", "fed in by wind turbines"}, balance.wind_mwh);
  visit(Field{"plant_mwh", "MWh", "fed in by heat and power plants"}, balance.plant_mwh);
  visit(Field{"storage_loss_mwh", "MWh", "charged into storages less discharged"}, balance.storage_loss_mwh);
  visit(Field{"import_mwh", "MWh", "drawn from the grid above"}, balance.import_mwh);
  visit(Field{"export_mwh", "MWh", "fed into the grid above"}, balance.export_mwh);
  visit(Field{"unserved_mwh", "MWh", "wanted at buses without supply"}, balance.unserved_mwh);
  visit(Field{"self_consumption", "1", "share of own generation that stays in the park"}, balance.self_consumption);
  visit(Field{"self_sufficiency", "1", "share of consumption and losses that own generation covers"}, balance.self_sufficiency);
  visit(Field{"peak_import_kw", "kW", "greatest mean power of a quarter-hour drawn from the grid above"}, balance.peak_import_kw);
  visit(Field{"peak_at", "", "when"}, balance.peak_at);
  visit(Field{"greatest_imbalance", "1", "largest error of a step's balance over the year's consumption"}, balance.greatest_imbalance);
}

/// One part of the load or supply at the moment of the peak.
struct PeakCause {
  std::string name;  ///< a sector, "equipment", "losses", "storage", "pv" …
  double kw = 0.0;   ///< negative: makes the peak smaller
};

template <class Visitor, DescribedAs<PeakCause> Self>
void describe(Visitor&& visit, Self& cause) {
  visit(Field{"name", "", "sector of the load, or kind of supply"}, cause.name);
  visit(Field{"kw", "kW", "mean power in the quarter-hour of the peak; negative: makes it smaller"}, cause.kw);
}

struct MonthEnergy {
  std::int32_t month = 1;
  double consumption_mwh = 0.0;
  double generation_mwh = 0.0;
  double import_mwh = 0.0;
  double export_mwh = 0.0;
  double peak_import_kw = 0.0;
  double bill_cny = 0.0;
  double location_t = 0.0;
};

template <class Visitor, DescribedAs<MonthEnergy> Self>
void describe(Visitor&& visit, Self& month) {
  visit(Field{"month", "", "month, 1 to 12"}, month.month);
  visit(Field{"consumption_mwh", "MWh", "consumed"}, month.consumption_mwh);
  visit(Field{"generation_mwh", "MWh", "generated in the park"}, month.generation_mwh);
  visit(Field{"import_mwh", "MWh", "drawn from the grid above"}, month.import_mwh);
  visit(Field{"export_mwh", "MWh", "fed into the grid above"}, month.export_mwh);
  visit(Field{"peak_import_kw", "kW", "greatest mean power of a quarter-hour drawn"}, month.peak_import_kw);
  visit(Field{"bill_cny", "CNY", "to be paid for electricity, with tax"}, month.bill_cny);
  visit(Field{"location_t", "t", "CO2 of electricity drawn, location-based"}, month.location_t);
}

struct EnterpriseEnergy {
  Id<Enterprise> enterprise;
  double consumption_mwh = 0.0;
  double peak_kw = 0.0;
  std::string peak_at;
  double own_generation_mwh = 0.0;  ///< on its buildings
  double own_use_mwh = 0.0;         ///< of it, in the same quarter-hour
  bool metered = false;             ///< its energy of the year is known and its loads stand in the grid
};

template <class Visitor, DescribedAs<EnterpriseEnergy> Self>
void describe(Visitor&& visit, Self& figures) {
  visit(Field{"enterprise", "", "enterprise"}, figures.enterprise);
  visit(Field{"consumption_mwh", "MWh", "electricity consumed"}, figures.consumption_mwh);
  visit(Field{"peak_kw", "kW", "greatest mean power of a quarter-hour"}, figures.peak_kw);
  visit(Field{"peak_at", "", "when"}, figures.peak_at);
  visit(Field{"own_generation_mwh", "MWh", "generated on its buildings"}, figures.own_generation_mwh);
  visit(Field{"own_use_mwh", "MWh", "of it, used by itself in the same quarter-hour"}, figures.own_use_mwh);
  visit(Field{"metered", "", "its energy of the year is known and has a place in the grid"}, figures.metered);
}

struct GeneratorEnergy {
  Id<Generator> generator;
  double energy_mwh = 0.0;
  double full_load_h = 0.0;
  double peak_kw = 0.0;
};

template <class Visitor, DescribedAs<GeneratorEnergy> Self>
void describe(Visitor&& visit, Self& figures) {
  visit(Field{"generator", "", "generator"}, figures.generator);
  visit(Field{"energy_mwh", "MWh", "fed in"}, figures.energy_mwh);
  visit(Field{"full_load_h", "h", "that energy over the rated power"}, figures.full_load_h);
  visit(Field{"peak_kw", "kW", "greatest mean power of a quarter-hour"}, figures.peak_kw);
}

struct StorageEnergy {
  Id<Storage> storage;
  double charged_mwh = 0.0;
  double discharged_mwh = 0.0;
  double full_cycles = 0.0;
};

template <class Visitor, DescribedAs<StorageEnergy> Self>
void describe(Visitor&& visit, Self& figures) {
  visit(Field{"storage", "", "storage"}, figures.storage);
  visit(Field{"charged_mwh", "MWh", "charged"}, figures.charged_mwh);
  visit(Field{"discharged_mwh", "MWh", "discharged"}, figures.discharged_mwh);
  visit(Field{"full_cycles", "", "what was discharged over the capacity"}, figures.full_cycles);
}

/// Mean power of every quarter-hour of the year; empty where nothing was simulated.
struct Series {
  std::vector<double> load_kw;
  std::vector<double> pv_kw;
  std::vector<double> wind_kw;
  std::vector<double> plant_kw;
  std::vector<double> storage_kw;
  std::vector<double> loss_kw;
  std::vector<double> import_kw;
};

template <class Visitor, DescribedAs<Series> Self>
void describe(Visitor&& visit, Self& series) {
  visit(Field{"load_kw", "kW", "consumed"}, series.load_kw);
  visit(Field{"pv_kw", "kW", "fed in by PV"}, series.pv_kw);
  visit(Field{"wind_kw", "kW", "fed in by wind turbines"}, series.wind_kw);
  visit(Field{"plant_kw", "kW", "fed in by heat and power plants"}, series.plant_kw);
  visit(Field{"storage_kw", "kW", "discharged by storages; negative: charged"}, series.storage_kw);
  visit(Field{"loss_kw", "kW", "lost in lines and transformers"}, series.loss_kw);
  visit(Field{"import_kw", "kW", "drawn from the grid above; negative: fed in"}, series.import_kw);
}

/// What the storages' control is worth against standing idle, by the same tariff.
struct Bill {
  std::string tariff;
  std::string reason;  ///< why there is none; empty: there is one
  double total_cny = 0.0;
  double feed_in_cny = 0.0;  ///< earned
  double idle_cny = 0.0;     ///< net of feed-in, with storages idle
  double saving_cny = 0.0;
  std::vector<tariff::BillLine> lines;
};

template <class Visitor, DescribedAs<Bill> Self>
void describe(Visitor&& visit, Self& bill) {
  visit(Field{"tariff", "", "tariff by which electricity is bought"}, bill.tariff);
  visit(Field{"reason", "", "why there is no bill"}, bill.reason);
  visit(Field{"total_cny", "CNY", "to be paid for the year, with tax, feed-in not taken off"}, bill.total_cny);
  visit(Field{"feed_in_cny", "CNY", "earned by feeding in"}, bill.feed_in_cny);
  visit(Field{"idle_cny", "CNY", "what would be paid net of feed-in with idle storages, losses as simulated"}, bill.idle_cny);
  visit(Field{"saving_cny", "CNY", "saved by the control of storages"}, bill.saving_cny);
  visit(Field{"lines", "", "lines of the bill"}, bill.lines);
}

struct Result {
  std::string reason;  ///< why there is no year of energy; empty: there is one
  std::int32_t year = 0;
  Balance balance;
  GridYear grid;
  std::vector<MonthEnergy> months;
  std::vector<PeakCause> peak_causes;  ///< largest first
  std::vector<EnterpriseEnergy> enterprises;
  std::vector<GeneratorEnergy> generators;
  std::vector<StorageEnergy> storages;
  Bill bill;
  std::string carbon_reason;  ///< why there is no carbon account; empty: there is one
  carbon::Result carbon;
  Series series;
  std::vector<Note> notes;
  EnergyFlows flows;
  std::vector<TypicalQuarter> typical_days;
  std::vector<SharedBill> enterprise_bills;
  std::vector<SharedBillLine> enterprise_bill_lines;
  std::vector<MeasureOutcome> abatement_measures;  ///< in the order of the cost curve, then those without a place in it
  std::vector<CarbonPosition> carbon_positions;    ///< all together first
  std::vector<MeterUse> meters;
  std::vector<AlarmRecord> alarms;
  GridStudy grid_study;
  std::vector<ChargingFigures> charging;
  HeatAndCold heat_and_cold;
  Flexibility flexibility;
  GreenPower green_power;
  TradeOff trade_off;
  Sizing sizing;

  [[nodiscard]] bool simulated() const { return reason.empty(); }
};

template <class Visitor, DescribedAs<Result> Self>
void describe(Visitor&& visit, Self& result) {
  visit(Field{"reason", "", "why there is no year of energy"}, result.reason);
  visit(Field{"year", "", "calendar year"}, result.year);
  visit(Field{"balance", "", "the park's year"}, result.balance);
  visit(Field{"grid", "", "voltages, loadings and losses of the grid"}, result.grid);
  visit(Field{"months", "", "by month"}, result.months);
  visit(Field{"peak_causes", "", "what made the greatest import, largest first"}, result.peak_causes);
  visit(Field{"enterprises", "", "by enterprise"}, result.enterprises);
  visit(Field{"generators", "", "by generator"}, result.generators);
  visit(Field{"storages", "", "by storage"}, result.storages);
  visit(Field{"bill", "", "electricity bill of the park as one customer"}, result.bill);
  visit(Field{"carbon_reason", "", "why there is no carbon account"}, result.carbon_reason);
  visit(Field{"carbon", "", "carbon account"}, result.carbon);
  visit(Field{"series", "", "every quarter-hour"}, result.series);
  visit(Field{"notes", "", "what a reader should know"}, result.notes);
  visit(Field{"flows", "", "where energy and carbon flow"}, result.flows);
  visit(Field{"typical_days", "", "mean day of each month and kind of day, by quarter-hours"}, result.typical_days);
  visit(Field{"enterprise_bills", "", "the park's bill shared by who causes it"}, result.enterprise_bills);
  visit(Field{"enterprise_bill_lines", "", "line by line"}, result.enterprise_bill_lines);
  visit(Field{"abatement_measures", "", "what measures save and cost, cheapest tonne first"}, result.abatement_measures);
  visit(Field{"carbon_positions", "", "allowances against emissions"}, result.carbon_positions);
  visit(Field{"meters", "", "metered series and what they stand for"}, result.meters);
  visit(Field{"alarms", "", "alarms with time, place and cause"}, result.alarms);
  visit(Field{"grid_study", "", "hosting capacity, outages of feeders, short-circuit currents"}, result.grid_study);
  visit(Field{"charging", "", "by charging station"}, result.charging);
  visit(Field{"heat_and_cold", "", "balances of heat, cold and gas"}, result.heat_and_cold);
  visit(Field{"flexibility", "", "loads that moved or were interrupted"}, result.flexibility);
  visit(Field{"green_power", "", "electricity bought with green certificates"}, result.green_power);
  visit(Field{"trade_off", "", "cost against carbon"}, result.trade_off);
  visit(Field{"sizing", "", "what pays to be built, and how large"}, result.sizing);
}

}  // namespace parktwin::energy
