"""Protocols of networks that are called by their initials."""

from __future__ import annotations

_PROTOCOLS = frozenset(
    """
    AMQP AMQPS ARP BGP BOOTP CIFS DHCP DNS DTLS FTP FTPS GRE HTTP HTTPS ICMP IGMP IMAP IMAPS IPP IPV4 IPV6 IRC LDAP LDAPS LLDP
    MQTT MQTTS NFS NNTP NTLM NTP OCSP OSPF POP3 PPP PPTP QUIC RDP RTMP RTP RTSP SAML SCTP SFTP SIP SMB SMPP SMTP SMTPS SNMP
    SOCKS SOCKS5 SPDY SPNEGO SSH SSL STOMP STUN TCP TCP/IP TFTP TLS UDP VRRP WSS XMPP
    """.split()  # noqa: SIM905 (words to read)
)
"""Those of IANA's registry of services and of the protocols of IP that technical texts speak of, and some that run over these:
https://www.iana.org/assignments/service-names-port-numbers/, https://www.iana.org/assignments/protocol-numbers/"""


def is_protocol(name: str) -> bool:
    """Whether a word in capitals is a protocol, or one with its version: ``HTTP/2``."""
    return name.upper() in _PROTOCOLS or name.rpartition('/')[0] in _PROTOCOLS
