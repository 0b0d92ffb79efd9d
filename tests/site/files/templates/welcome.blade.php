@extends('layouts.app')
@section('content')
  {{-- <button type="button" onclick="rtp('send', 'event', { value: 'Start: old' });">Old</button> --}}
  @php
    $text = "rtp('send', 'event', { value: 'Start: php' })";
  @endphp
  <ul @class(['list', 'list-long' => count($items) > 3])>
    @foreach ($items as $item)
      <li>{{ $item->name }}</li>
    @endforeach
  </ul>
  <button @if(count($items) > 3) data-many="1" @endif type="button" onclick="rtp('send', 'event', { value: 'Start: more' });">More</button>
  <button type="button" @click="rtp('send', 'event', { value: 'Start: alpine' })">Alpine</button>
  <a href="{{ route("about") }}" onclick="rtp('send', 'event', { value: 'Start: about' });">About</a>
  <a href="/team" onclick="rtp('send', 'event', { value: '{!! $team !!}' });">Team</a>
  @include('partials.footer', ['mail' => 'info@example.com'])
  <script>
    var items = @json($items);
    rtp('send', 'event', { value: 'Start: seen' });
  </script>
@endsection
