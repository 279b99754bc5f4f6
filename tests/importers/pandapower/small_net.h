#pragma once
// A net as pandapower's to_json writes it: 110/10.5 kV with a tap, two 10 kV cables in a row behind a bus switch, a 10/0.4 kV unit, loads,
// a PV plant, a shunt and a line that an open switch takes out.
#include <nlohmann/json.hpp>
#include <string>

namespace parktwin::importers::testing {

using NetJson = nlohmann::ordered_json;

inline NetJson frame(const NetJson& columns, const NetJson& rows) {
  NetJson index = NetJson::array();
  for (std::size_t i = 0; i < rows.size(); ++i) index.push_back(i);
  const NetJson split{{"columns", columns}, {"index", index}, {"data", rows}};
  return {{"_module", "pandas.core.frame"}, {"_class", "DataFrame"}, {"_object", split.dump()}, {"orient", "split"}};
}

inline NetJson small_net() {
  NetJson net;
  net["sn_mva"] = 1.0;
  net["f_hz"] = 50.0;
  net["version"] = "2.13.1";
  net["bus"] = frame({"name", "vn_kv", "type", "in_service"}, {{"infeed", 110.0, "b", true},
                                                               {"busbar", 10.0, "b", true},
                                                               {"section", 10.0, "b", true},
                                                               {"station", 10.0, "b", true},
                                                               {"low", 0.4, "b", true},
                                                               {nullptr, 10.0, "b", true}});
  net["bus_geodata"] =
      frame({"x", "y"}, {{120.70, 31.30}, {120.70, 31.30}, {120.70, 31.30}, {120.71, 31.30}, {120.71, 31.30}, {120.72, 31.30}});
  net["ext_grid"] = frame({"bus", "vm_pu", "va_degree", "in_service"}, {{0, 1.02, 0.0, true}});
  net["trafo"] = frame({"name", "hv_bus", "lv_bus", "sn_mva", "vn_hv_kv", "vn_lv_kv", "vk_percent", "vkr_percent", "pfe_kw", "i0_percent",
                        "shift_degree", "tap_side", "tap_neutral", "tap_step_percent", "tap_pos", "parallel", "in_service"},
                       {{"T1", 0, 1, 40.0, 110.0, 10.5, 10.5, 0.4, 22.0, 0.1, 150.0, "hv", 0, 1.5, 2, 1, true},
                        {"T2", 3, 4, 0.63, 10.0, 0.4, 6.0, 1.2, 1.1, 0.3, 150.0, "lv", 0, 2.5, -1, 2, true}});
  net["line"] =
      frame({"name", "from_bus", "to_bus", "length_km", "r_ohm_per_km", "x_ohm_per_km", "c_nf_per_km", "g_us_per_km", "max_i_ka", "df",
             "parallel", "in_service"},
            {{"L1", 2, 3, 1.5, 0.16, 0.1, 270.0, 0.0, 0.4, 1.0, 2, true}, {"L2", 3, 5, 1.0, 0.16, 0.1, 270.0, 0.0, 0.4, 1.0, 1, true}});
  net["switch"] = frame({"bus", "element", "et", "closed"}, {{1, 2, "b", true}, {3, 1, "l", false}});
  net["load"] =
      frame({"name", "bus", "p_mw", "q_mvar", "scaling", "in_service", "const_z_percent"},
            {{"works", 3, 4.0, 1.5, 0.5, true, 0.0}, {"shops", 4, 0.5, -0.1, 1.0, true, 0.0}, {"old", 4, 9.0, 0.0, 1.0, false, 0.0}});
  net["sgen"] =
      frame({"name", "bus", "p_mw", "q_mvar", "sn_mva", "scaling", "type", "in_service"}, {{"roof", 4, 0.2, 0.0, 0.25, 1.0, "PV", true}});
  net["shunt"] = frame({"bus", "p_mw", "q_mvar", "vn_kv", "step", "in_service"}, {{3, 0.0, -0.6, 10.0, 1, true}});
  net["trafo3w"] = frame({"name"}, {{"T3"}});
  net["res_bus"] = frame({"vm_pu"}, {{1.0}});
  return {{"_module", "pandapower.auxiliary"}, {"_class", "pandapowerNet"}, {"_object", net}};
}

}  // namespace parktwin::importers::testing
