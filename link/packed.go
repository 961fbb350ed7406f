package link

import (
	"encoding/base64"
	"encoding/binary"
	"errors"
)

// A sketch is read each time that an account might be of the incident of another, and nearly all of it are the hashes of words: they are
// packed, little end first, and written in base64.

// terms are written as a hash of four bytes, and two with the weight above the marks.
type terms []term

// prints are written as four bytes each.
type prints []uint32

var errPacked = errors.New("link: the packed words of a sketch are cut short")

// MarshalText implements encoding.TextMarshaler.
func (t terms) MarshalText() ([]byte, error) {
	data := make([]byte, 0, 6*len(t))
	for _, one := range t {
		data = binary.LittleEndian.AppendUint32(data, one.Hash)
		data = binary.LittleEndian.AppendUint16(data, uint16(one.Weight)<<marked|uint16(one.Marks))
	}
	return base64.RawStdEncoding.AppendEncode(nil, data), nil
}

// UnmarshalText implements encoding.TextUnmarshaler.
func (t *terms) UnmarshalText(text []byte) error {
	data, err := base64.RawStdEncoding.AppendDecode(nil, text)
	if err != nil || len(data)%6 != 0 {
		return errors.Join(errPacked, err)
	}
	*t = make(terms, len(data)/6)
	for i := range *t {
		low := binary.LittleEndian.Uint16(data[6*i+4:])
		(*t)[i] = term{binary.LittleEndian.Uint32(data[6*i:]), int32(low >> marked), marks(low & (1<<marked - 1))}
	}
	return nil
}

// MarshalText implements encoding.TextMarshaler.
func (p prints) MarshalText() ([]byte, error) {
	data := make([]byte, 0, 4*len(p))
	for _, one := range p {
		data = binary.LittleEndian.AppendUint32(data, one)
	}
	return base64.RawStdEncoding.AppendEncode(nil, data), nil
}

// UnmarshalText implements encoding.TextUnmarshaler.
func (p *prints) UnmarshalText(text []byte) error {
	data, err := base64.RawStdEncoding.AppendDecode(nil, text)
	if err != nil || len(data)%4 != 0 {
		return errors.Join(errPacked, err)
	}
	*p = make(prints, len(data)/4)
	for i := range *p {
		(*p)[i] = binary.LittleEndian.Uint32(data[4*i:])
	}
	return nil
}
