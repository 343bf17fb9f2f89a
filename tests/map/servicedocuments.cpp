// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/map/servicedocuments.h"

namespace loci::test {

namespace {

constexpr char kWms[] = R"XML(<?xml version="1.0" encoding="UTF-8"?>
<WMS_Capabilities version="1.3.0" xmlns="http://www.opengis.net/wms" xmlns:xlink="http://www.w3.org/1999/xlink">
 <Service><Name>WMS</Name><Title>Town</Title><OnlineResource xlink:href="ADDRESS"/></Service>
 <Capability>
  <Request>
   <GetCapabilities><Format>text/xml</Format><DCPType><HTTP><Get><OnlineResource xlink:href="ADDRESS?"/></Get></HTTP></DCPType></GetCapabilities>
   <GetMap><Format>image/png</Format><DCPType><HTTP><Get><OnlineResource xlink:href="ADDRESS?"/></Get></HTTP></DCPType></GetMap>
  </Request>
  <Exception><Format>XML</Format></Exception>
  <Layer><Title>Town</Title><CRS>EPSG:3857</CRS><CRS>EPSG:4326</CRS>
   <EX_GeographicBoundingBox><westBoundLongitude>0</westBoundLongitude><eastBoundLongitude>1</eastBoundLongitude><southBoundLatitude>0</southBoundLatitude><northBoundLatitude>1</northBoundLatitude></EX_GeographicBoundingBox>
   <BoundingBox CRS="EPSG:3857" minx="0" miny="0" maxx="100000" maxy="100000"/>
   <Layer queryable="0"><Name>historic map</Name><Title>Historic map 历史地图</Title><Abstract>Of 1750</Abstract>
    <BoundingBox CRS="EPSG:3857" minx="0" miny="0" maxx="100000" maxy="100000"/></Layer>
  </Layer>
 </Capability>
</WMS_Capabilities>)XML";

constexpr char kWmts[] = R"XML(<?xml version="1.0" encoding="UTF-8"?>
<Capabilities xmlns="http://www.opengis.net/wmts/1.0" xmlns:ows="http://www.opengis.net/ows/1.1" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.0.0">
 <ows:ServiceIdentification><ows:Title>Town</ows:Title><ows:ServiceType>OGC WMTS</ows:ServiceType><ows:ServiceTypeVersion>1.0.0</ows:ServiceTypeVersion></ows:ServiceIdentification>
 <ows:OperationsMetadata>
  <ows:Operation name="GetCapabilities"><ows:DCP><ows:HTTP><ows:Get xlink:href="ADDRESS?"><ows:Constraint name="GetEncoding"><ows:AllowedValues><ows:Value>KVP</ows:Value></ows:AllowedValues></ows:Constraint></ows:Get></ows:HTTP></ows:DCP></ows:Operation>
  <ows:Operation name="GetTile"><ows:DCP><ows:HTTP><ows:Get xlink:href="ADDRESS?"><ows:Constraint name="GetEncoding"><ows:AllowedValues><ows:Value>KVP</ows:Value></ows:AllowedValues></ows:Constraint></ows:Get></ows:HTTP></ows:DCP></ows:Operation>
 </ows:OperationsMetadata>
 <Contents>
  <Layer><ows:Title>World</ows:Title><ows:WGS84BoundingBox><ows:LowerCorner>-180 -85</ows:LowerCorner><ows:UpperCorner>180 85</ows:UpperCorner></ows:WGS84BoundingBox><ows:Identifier>world</ows:Identifier>
   <Style isDefault="true"><ows:Identifier>default</ows:Identifier></Style><Format>image/png</Format>
   <TileMatrixSetLink><TileMatrixSet>Mercator</TileMatrixSet></TileMatrixSetLink></Layer>
  <Layer><ows:Title>Town</ows:Title><ows:WGS84BoundingBox><ows:LowerCorner>-5 45</ows:LowerCorner><ows:UpperCorner>15 59</ows:UpperCorner></ows:WGS84BoundingBox><ows:Identifier>town</ows:Identifier>
   <Style isDefault="true"><ows:Identifier>default</ows:Identifier></Style><Format>image/png</Format>
   <TileMatrixSetLink><TileMatrixSet>Rijksdriehoek</TileMatrixSet></TileMatrixSetLink></Layer>
  <TileMatrixSet><ows:Identifier>Mercator</ows:Identifier><ows:SupportedCRS>urn:ogc:def:crs:EPSG::3857</ows:SupportedCRS>MERCATOR</TileMatrixSet>
  <TileMatrixSet><ows:Identifier>Rijksdriehoek</ows:Identifier><ows:SupportedCRS>urn:ogc:def:crs:EPSG::28992</ows:SupportedCRS>TOWN</TileMatrixSet>
 </Contents>
</Capabilities>)XML";

constexpr char kWfs[] = R"XML(<?xml version="1.0" encoding="UTF-8"?>
<wfs:WFS_Capabilities version="2.0.0" xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:ows="http://www.opengis.net/ows/1.1" xmlns:fes="http://www.opengis.net/fes/2.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:town="http://town.example">
 <ows:ServiceIdentification><ows:Title>Town</ows:Title><ows:ServiceType>WFS</ows:ServiceType><ows:ServiceTypeVersion>2.0.0</ows:ServiceTypeVersion></ows:ServiceIdentification>
 <ows:OperationsMetadata>
  <ows:Operation name="GetCapabilities"><ows:DCP><ows:HTTP><ows:Get xlink:href="ADDRESS"/></ows:HTTP></ows:DCP></ows:Operation>
  <ows:Operation name="DescribeFeatureType"><ows:DCP><ows:HTTP><ows:Get xlink:href="ADDRESS"/></ows:HTTP></ows:DCP></ows:Operation>
  <ows:Operation name="GetFeature"><ows:DCP><ows:HTTP><ows:Get xlink:href="ADDRESS"/></ows:HTTP></ows:DCP></ows:Operation>
  <ows:Constraint name="KVPEncoding"><ows:NoValues/><ows:DefaultValue>TRUE</ows:DefaultValue></ows:Constraint>
 </ows:OperationsMetadata>
 <wfs:FeatureTypeList><wfs:FeatureType><wfs:Name>town:parcel</wfs:Name><wfs:Title>Parcels</wfs:Title><wfs:Abstract>Three of them</wfs:Abstract>
  <wfs:DefaultCRS>urn:ogc:def:crs:EPSG::28992</wfs:DefaultCRS>
  <ows:WGS84BoundingBox><ows:LowerCorner>4.2 52.0</ows:LowerCorner><ows:UpperCorner>4.5 52.2</ows:UpperCorner></ows:WGS84BoundingBox>
 </wfs:FeatureType></wfs:FeatureTypeList>
 <fes:Filter_Capabilities/>
</wfs:WFS_Capabilities>)XML";

constexpr char kTypes[] = R"XML(<?xml version="1.0" encoding="UTF-8"?>
<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:town="http://town.example" elementFormDefault="qualified" targetNamespace="http://town.example">
 <xsd:complexType name="parcelType"><xsd:complexContent><xsd:extension base="gml:AbstractFeatureType"><xsd:sequence>
  <xsd:element name="name" type="xsd:string" minOccurs="0" nillable="true"/>
  <xsd:element name="storeys" type="xsd:int" minOccurs="0" nillable="true"/>
  <xsd:element name="shape" type="gml:SurfacePropertyType" minOccurs="0" nillable="true"/>
 </xsd:sequence></xsd:extension></xsd:complexContent></xsd:complexType>
 <xsd:element name="parcel" substitutionGroup="gml:AbstractFeature" type="town:parcelType"/>
</xsd:schema>)XML";

QByteArray matrices(const QByteArray &corner, double denominator)
{
    QByteArray result;
    for (int zoom = 0; zoom <= 2; ++zoom) {
        const QByteArray count = QByteArray::number(1 << zoom);
        result += "<TileMatrix><ows:Identifier>" + QByteArray::number(zoom) + "</ows:Identifier><ScaleDenominator>" +
                  QByteArray::number(denominator / (1 << zoom), 'f', 9) + "</ScaleDenominator><TopLeftCorner>" +
                  corner + "</TopLeftCorner><TileWidth>256</TileWidth><TileHeight>256</TileHeight><MatrixWidth>" +
                  count + "</MatrixWidth><MatrixHeight>" + count + "</MatrixHeight></TileMatrix>";
    }
    return result;
}

} // namespace

QByteArray wmsCapabilities(const QByteArray &address)
{
    return QByteArray(kWms).replace("ADDRESS", address);
}

QByteArray wmtsCapabilities(const QByteArray &address)
{
    return QByteArray(kWmts)
        .replace("ADDRESS", address)
        .replace("MERCATOR", matrices("-20037508.342789244 20037508.342789244", 559082264.028717872))
        .replace("TOWN", matrices("-285401.92 903401.92", 12288000));
}

QByteArray wfsCapabilities(const QByteArray &address)
{
    return QByteArray(kWfs).replace("ADDRESS", address);
}

QByteArray wfsTypes()
{
    return kTypes;
}

QByteArray wfsFeatures()
{
    QByteArray members;
    int number = 0;
    for (const char *name : {"West", "中", "East"}) {
        const int x = 80000 + 200 * number;
        QByteArray ring;
        for (const auto &[dx, dy] : {std::pair{0, 0}, {100, 0}, {100, 100}, {0, 100}, {0, 0}}) {
            ring += QByteArray::number(x + dx) + ' ' + QByteArray::number(455000 + dy) + ' ';
        }
        const QByteArray id = "parcel." + QByteArray::number(++number);
        members += "<wfs:member><town:parcel gml:id=\"" + id + "\"><town:name>" + name + "</town:name><town:storeys>" +
                   QByteArray::number(number) +
                   "</town:storeys><town:shape><gml:Polygon srsName=\"urn:ogc:def:crs:EPSG::28992\" gml:id=\"" + id +
                   ".g\"><gml:exterior><gml:LinearRing><gml:posList srsDimension=\"2\">" + ring.trimmed() +
                   "</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></town:shape></town:parcel>"
                   "</wfs:member>";
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><wfs:FeatureCollection numberMatched=\"3\" numberReturned=\"3\" "
           "timeStamp=\"2026-01-01T00:00:00Z\" xmlns:wfs=\"http://www.opengis.net/wfs/2.0\" "
           "xmlns:gml=\"http://www.opengis.net/gml/3.2\" xmlns:town=\"http://town.example\">" +
           members + "</wfs:FeatureCollection>";
}

} // namespace loci::test
