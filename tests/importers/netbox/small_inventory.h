#pragma once
// Two sites with a router, two switches and a patch panel at each, as Django's dumpdata writes them: the router ends a circuit, a copper
// cable leads to the first switch, and a fibre runs over both panels to the second.
#include <string>

namespace parktwin::importers::netbox::testing {

inline const std::string small_dump = R"([
{"model":"contenttypes.contenttype","fields":{"app_label":"dcim","model":"device"}},
{"model":"tenancy.tenant","pk":1,"fields":{"name":"Works"}},
{"model":"dcim.site","pk":1,"fields":{"name":"North","status":"active","tenant":1,"physical_address":"","latitude":"31.300000","longitude":"120.700000"}},
{"model":"dcim.site","pk":2,"fields":{"name":"South","status":"active","tenant":null,"physical_address":"","latitude":null,"longitude":null}},
{"model":"dcim.rack","pk":1,"fields":{"name":"R1","site":1,"tenant":null}},
{"model":"dcim.devicerole","pk":1,"fields":{"name":"Router"}},
{"model":"dcim.devicerole","pk":2,"fields":{"name":"Access Switch"}},
{"model":"dcim.devicerole","pk":3,"fields":{"name":"Patch Panel"}},
{"model":"dcim.devicetype","pk":1,"fields":{"model":"X1"}},
{"model":"ipam.ipaddress","pk":1,"fields":{"address":"10.0.0.1/24"}},
{"model":"ipam.vrf","pk":1,"fields":{"name":"Alpha"}},
{"model":"dcim.device","pk":1,"fields":{"name":"rtr","role":1,"device_type":1,"status":"active","tenant":1,"site":1,"rack":1,"primary_ip4":1,"primary_ip6":null}},
{"model":"dcim.device","pk":2,"fields":{"name":"sw1","role":2,"device_type":1,"status":"active","tenant":null,"site":1,"rack":1,"primary_ip4":null,"primary_ip6":null}},
{"model":"dcim.device","pk":3,"fields":{"name":"sw2","role":2,"device_type":1,"status":"planned","tenant":null,"site":2,"rack":null,"primary_ip4":null,"primary_ip6":null}},
{"model":"dcim.device","pk":4,"fields":{"name":"pp1","role":3,"device_type":1,"status":"active","tenant":null,"site":1,"rack":1,"primary_ip4":null,"primary_ip6":null}},
{"model":"dcim.device","pk":5,"fields":{"name":"pp2","role":3,"device_type":1,"status":"active","tenant":null,"site":2,"rack":null,"primary_ip4":null,"primary_ip6":null}},
{"model":"dcim.interface","pk":1,"fields":{"device":1,"name":"wan","type":"1000base-x-sfp","speed":null,"enabled":true}},
{"model":"dcim.interface","pk":2,"fields":{"device":1,"name":"lan","type":"10gbase-t","speed":null,"enabled":true}},
{"model":"dcim.interface","pk":3,"fields":{"device":2,"name":"up","type":"10gbase-t","speed":1000000,"enabled":true}},
{"model":"dcim.interface","pk":4,"fields":{"device":3,"name":"up","type":"10gbase-x-sfpp","speed":null,"enabled":true}},
{"model":"dcim.interface","pk":5,"fields":{"device":2,"name":"down","type":"10gbase-x-sfpp","speed":null,"enabled":true}},
{"model":"dcim.interface","pk":6,"fields":{"device":2,"name":"spare","type":"virtual","speed":null,"enabled":false}},
{"model":"dcim.interface","pk":7,"fields":{"device":3,"name":"lost","type":"1000base-t","speed":null,"enabled":true}},
{"model":"dcim.rearport","pk":1,"fields":{"device":4,"name":"rear"}},
{"model":"dcim.rearport","pk":2,"fields":{"device":5,"name":"rear"}},
{"model":"dcim.frontport","pk":1,"fields":{"device":4,"name":"2","rear_port":1,"rear_port_position":2}},
{"model":"dcim.frontport","pk":2,"fields":{"device":5,"name":"1","rear_port":2,"rear_port_position":1}},
{"model":"dcim.frontport","pk":3,"fields":{"device":5,"name":"2","rear_port":2,"rear_port_position":2}},
{"model":"dcim.cable","pk":1,"fields":{"type":"","status":"connected","length":null,"length_unit":""}},
{"model":"dcim.cable","pk":2,"fields":{"type":"cat6","status":"connected","length":"10.00","length_unit":"ft"}},
{"model":"dcim.cable","pk":3,"fields":{"type":"smf","status":"connected","length":"2.00","length_unit":"m"}},
{"model":"dcim.cable","pk":4,"fields":{"type":"smf","status":"planned","length":"1.50","length_unit":"km"}},
{"model":"dcim.cable","pk":5,"fields":{"type":"smf","status":"connected","length":"3.00","length_unit":"m"}},
{"model":"dcim.cable","pk":6,"fields":{"type":"cat6","status":"connected","length":null,"length_unit":""}},
{"model":"dcim.cabletermination","pk":1,"fields":{"cable":1,"cable_end":"A","termination_type":["dcim","interface"],"termination_id":1}},
{"model":"dcim.cabletermination","pk":2,"fields":{"cable":1,"cable_end":"B","termination_type":["circuits","circuittermination"],"termination_id":9}},
{"model":"dcim.cabletermination","pk":3,"fields":{"cable":2,"cable_end":"A","termination_type":["dcim","interface"],"termination_id":3}},
{"model":"dcim.cabletermination","pk":4,"fields":{"cable":2,"cable_end":"B","termination_type":["dcim","interface"],"termination_id":2}},
{"model":"dcim.cabletermination","pk":5,"fields":{"cable":3,"cable_end":"A","termination_type":["dcim","interface"],"termination_id":5}},
{"model":"dcim.cabletermination","pk":6,"fields":{"cable":3,"cable_end":"B","termination_type":["dcim","frontport"],"termination_id":1}},
{"model":"dcim.cabletermination","pk":7,"fields":{"cable":4,"cable_end":"A","termination_type":["dcim","rearport"],"termination_id":1}},
{"model":"dcim.cabletermination","pk":8,"fields":{"cable":4,"cable_end":"B","termination_type":["dcim","rearport"],"termination_id":2}},
{"model":"dcim.cabletermination","pk":9,"fields":{"cable":5,"cable_end":"A","termination_type":["dcim","frontport"],"termination_id":3}},
{"model":"dcim.cabletermination","pk":10,"fields":{"cable":5,"cable_end":"B","termination_type":["dcim","interface"],"termination_id":4}},
{"model":"dcim.cabletermination","pk":11,"fields":{"cable":6,"cable_end":"A","termination_type":["dcim","interface"],"termination_id":7}},
{"model":"dcim.cabletermination","pk":12,"fields":{"cable":6,"cable_end":"B","termination_type":["dcim","frontport"],"termination_id":2}},
{"model":"ipam.prefix","pk":1,"fields":{"prefix":"10.0.0.0/16","status":"container","role":null,"site":null,"tenant":null,"vrf":null}},
{"model":"ipam.prefix","pk":2,"fields":{"prefix":"10.0.0.0/24","status":"active","role":null,"site":1,"tenant":1,"vrf":null}},
{"model":"ipam.prefix","pk":3,"fields":{"prefix":"10.0.0.0/25","status":"active","role":null,"site":1,"tenant":null,"vrf":1}},
{"model":"ipam.prefix","pk":4,"fields":{"prefix":"2001:db8::/48","status":"active","role":null,"site":null,"tenant":null,"vrf":null}}
])";

}  // namespace parktwin::importers::netbox::testing
