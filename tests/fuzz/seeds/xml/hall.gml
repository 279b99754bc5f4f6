<?xml version="1.0" encoding="UTF-8"?>
<CityModel xmlns="http://www.opengis.net/citygml/2.0"><!-- <a> --><cityObjectMember><b/></cityObjectMember></CityModel>
